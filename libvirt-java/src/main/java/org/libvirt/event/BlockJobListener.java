package org.libvirt.event;

import org.libvirt.Domain;

/// Hears how jobs on disks go on.
public interface BlockJobListener extends EventListener {
    /// Called when a job ended, or is ready to.
    ///
    /// @param diskPath the file behind the disk
    void onEvent(Domain domain, String diskPath, BlockJobType type, BlockJobStatus status);
}
