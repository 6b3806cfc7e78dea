package dev.jvirt.qemu.capabilities;

import dev.jvirt.host.kvm.CpuidLeaf;
import java.util.List;
import java.util.Optional;

/// What the host was like when QEMU was probed; a change of it may change the answers.
///
/// @param kvmCpuid what KVM can show guests of x86 processors
/// @param kvmNesting whether the kernel lets guests have guests
/// @param kvmSecureGuest whether the kernel can protect guests from the host
public record HostFacts(
        int kvmVersion,
        int microcodeVersion,
        Optional<String> cpuSignature,
        Optional<String> kernelVersion,
        List<CpuidLeaf> kvmCpuid,
        boolean kvmNesting,
        boolean kvmSecureGuest) {
    /// Nothing known.
    public static final HostFacts NONE =
            new HostFacts(0, 0, Optional.empty(), Optional.empty(), List.of(), false, false);

    /// Facts about a host.
    public HostFacts {
        kvmCpuid = List.copyOf(kvmCpuid);
    }
}
