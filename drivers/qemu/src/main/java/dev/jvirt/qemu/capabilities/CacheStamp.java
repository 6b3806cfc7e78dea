package dev.jvirt.qemu.capabilities;

/// What must be unchanged for stored capabilities to be believed.
///
/// @param binaryTime when the QEMU binary was last changed, in seconds
/// @param moduleFolderTime when QEMU's module folder was last modified, in seconds; 0 without one
/// @param selfTime when the program that probed was last changed, in seconds
/// @param selfVersion the version of libvirt it spoke for
public record CacheStamp(long binaryTime, long moduleFolderTime, long selfTime, long selfVersion) {
    /// Of capabilities that were never stored.
    public static final CacheStamp NONE = new CacheStamp(0, 0, 0, 0);
}
