package dev.jvirt.qemu.command;

/// What `qemu.conf` says, as far as command lines depend on it.
///
/// @param dumpGuestCore whether core dumps contain the memory of guests that do not say
/// @param sandbox whether QEMU locks itself in; undecided where it is empty
/// @param audioWithoutGraphics whether guests without a display play on the host's sound card
public record DriverSettings(
        VncSettings vnc,
        SpiceServerSettings spice,
        TlsSettings charTls,
        TlsSettings nbdTls,
        TlsSettings vxhsTls,
        boolean audioWithoutGraphics,
        boolean dumpGuestCore,
        Sandbox sandbox) {
    /// What libvirt does if its configuration says nothing.
    public static final DriverSettings DEFAULT =
            new DriverSettings(
                    VncSettings.DEFAULT,
                    SpiceServerSettings.DEFAULT,
                    TlsSettings.none("/etc/pki/libvirt-chardev"),
                    TlsSettings.none("/etc/pki/libvirt-nbd"),
                    TlsSettings.none("/etc/pki/libvirt-vxhs"),
                    false,
                    false,
                    Sandbox.DEFAULT);

    /// Whether QEMU confines itself with seccomp.
    public enum Sandbox {
        /// If it can.
        DEFAULT,
        /// Never.
        OFF,
        /// Always.
        ON
    }
}
