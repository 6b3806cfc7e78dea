package dev.jvirt.qemu.capabilities;

import java.util.List;
import java.util.Optional;

/// What QEMU offers with one accelerator.
///
/// @param machines the default one first
public record AcceleratorCapabilities(
        Optional<HostCpuModel> hostCpu, List<CpuModel> cpuModels, List<MachineType> machines) {
    /// Nothing.
    public static final AcceleratorCapabilities NONE =
            new AcceleratorCapabilities(Optional.empty(), List.of(), List.of());

    /// Processors and machines.
    public AcceleratorCapabilities {
        cpuModels = List.copyOf(cpuModels);
        machines = List.copyOf(machines);
    }

    /// The machine of that name or alias.
    public Optional<MachineType> machine(String name) {
        for (MachineType machine : machines) {
            if (machine.answersTo(name)) {
                return Optional.of(machine);
            }
        }
        return Optional.empty();
    }
}
