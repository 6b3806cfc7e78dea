package dev.jvirt.qemu.command;

import java.util.List;

/// What `qemu.conf` says, as far as command lines depend on it.
///
/// @param dumpGuestCore whether core dumps contain the memory of guests that do not say
/// @param sandbox whether QEMU locks itself in; undecided where it is empty
/// @param audioWithoutGraphics whether guests without a display play on the host's sound card
public record DriverSettings(
        VncSettings vnc,
        SpiceServerSettings spice,
        TlsSettings charTls,
        boolean audioWithoutGraphics,
        boolean dumpGuestCore,
        Sandbox sandbox,
        List<HugePageMount> hugePages) {
    /// What libvirt does if its configuration says nothing.
    public static final DriverSettings DEFAULT =
            new DriverSettings(
                    VncSettings.DEFAULT,
                    SpiceServerSettings.DEFAULT,
                    TlsSettings.none("/etc/pki/qemu"),
                    false,
                    false,
                    Sandbox.DEFAULT,
                    List.of());

    /// Whether QEMU confines itself with seccomp.
    public enum Sandbox {
        /// If it can.
        DEFAULT,
        /// Never.
        OFF,
        /// Always.
        ON
    }

    /// Where a size of huge pages is mounted.
    ///
    /// @param size in KiB
    /// @param preferred whether it is the host's default size
    public record HugePageMount(String path, long size, boolean preferred) {}

    /// Settings with their own copy.
    public DriverSettings {
        hugePages = List.copyOf(hugePages);
    }
}
