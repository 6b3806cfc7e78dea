package dev.jvirt.qemu.cpu;

import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.CpuProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What processors an emulator can make.
///
/// @param features those that it knows, by the names of documents; empty if it did not say
public record EmulatorCpus(List<CpuModel> models, Set<String> features) {
    /// Processors with copies of their own.
    public EmulatorCpus {
        models = List.copyOf(models);
        features = Set.copyOf(features);
    }

    /// What an emulator says.
    ///
    /// @param migratable whether only features count that a guest can take along to another host
    public static EmulatorCpus of(String arch, AcceleratorCapabilities offer, boolean migratable) {
        var names = new HashSet<String>();
        if (offer.hostCpu().isPresent()) {
            for (CpuProperty property : offer.hostCpu().get().properties()) {
                boolean stays = migratable && !property.migratable().orElse(true);
                if (property.kind() == CpuProperty.Kind.BOOLEAN && !stays) {
                    names.add(CpuFeatureNames.fromQemu(arch, property.name()));
                }
            }
        }
        return new EmulatorCpus(offer.cpuModels(), names);
    }
}
