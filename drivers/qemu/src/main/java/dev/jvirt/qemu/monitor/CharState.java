package dev.jvirt.qemu.monitor;

/// A character device (`query-chardev`).
///
/// @param file its end on the host, for example `pty:/dev/pts/3`
/// @param open whether somebody in the guest has opened its other end
public record CharState(String file, boolean open) {}
