package org.libvirt.event;

import org.libvirt.Domain;

/// Hears of disks that failed.
public interface IOErrorListener extends EventListener {
    /// Called when a disk failed.
    ///
    /// @param srcPath the file behind the disk
    /// @param devAlias the name of the disk in the live document
    void onIOError(Domain domain, String srcPath, String devAlias, IOErrorAction action);
}
