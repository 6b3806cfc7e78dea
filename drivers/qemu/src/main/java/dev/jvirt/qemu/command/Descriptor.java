package dev.jvirt.qemu.command;

/// An open file that QEMU inherits: what the daemon must open before QEMU starts.
public sealed interface Descriptor {
    /// The listening socket of the monitor.
    record Monitor() implements Descriptor {}

    /// The file that takes the output of a character device.
    ///
    /// @param alias the device
    record CharFile(String alias, String path, boolean append) implements Descriptor {}

    /// The file that gets a copy of the output of a character device.
    ///
    /// @param alias the device
    record CharLog(String alias, String path, boolean append) implements Descriptor {}

    /// A listening unix socket of a character device.
    ///
    /// @param alias the device
    record CharListener(String alias, String path) implements Descriptor {}

    /// A queue of a tap or macvtap device.
    ///
    /// @param alias the network interface
    record Tap(String alias, int queue) implements Descriptor {}

    /// A queue of the host's accelerator for virtio network cards.
    ///
    /// @param alias the network interface
    record VhostNet(String alias, int queue) implements Descriptor {}

    /// A vDPA device.
    ///
    /// @param alias the network interface
    record Vdpa(String alias, String path) implements Descriptor {}

    /// The control node of vhost-scsi.
    ///
    /// @param alias the host device
    record VhostScsi(String alias) implements Descriptor {}

    /// The control node of vhost-vsock.
    record VhostVsock() implements Descriptor {}

    /// A module of the host.
    record TpmDevice(String alias, String path) implements Descriptor {}

    /// The file by which commands of a module of the host are cancelled.
    record TpmCancel(String alias, String path) implements Descriptor {}

    /// The connected socket of a helper that emulates a graphics card.
    ///
    /// @param alias the video device
    record VhostUserGpu(String alias) implements Descriptor {}
}
