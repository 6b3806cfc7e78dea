package dev.jvirt.qemu.capabilities;

import java.util.Optional;

/// A machine type that QEMU can emulate.
///
/// @param alias the name that means the newest version of it, such as `q35`
/// @param isDefault whether QEMU takes it when none is named
/// @param defaultCpu QEMU's type of the processor it has by default
/// @param numaMemory whether NUMA nodes may be given a size without a memory object
/// @param defaultRamId the name of its main memory
public record MachineType(
        String name,
        Optional<String> alias,
        int maxCpus,
        boolean hotplugCpus,
        boolean isDefault,
        Optional<String> defaultCpu,
        boolean numaMemory,
        Optional<String> defaultRamId,
        boolean deprecated) {

    /// Whether a document means this machine with that name.
    public boolean answersTo(String machine) {
        return name.equals(machine) || alias.isPresent() && alias.get().equals(machine);
    }
}
