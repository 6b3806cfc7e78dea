package dev.jvirt.qemu.capabilities;

import java.util.Optional;

/// What the host was like when QEMU was probed; a change of it may change the answers.
///
/// @param kvmNesting whether the kernel lets guests have guests
/// @param kvmSecureGuest whether the kernel can protect guests from the host
public record HostFacts(
        int kvmVersion,
        int microcodeVersion,
        Optional<String> cpuSignature,
        Optional<String> kernelVersion,
        boolean kvmNesting,
        boolean kvmSecureGuest) {
    /// Nothing known.
    public static final HostFacts NONE =
            new HostFacts(0, 0, Optional.empty(), Optional.empty(), false, false);
}
