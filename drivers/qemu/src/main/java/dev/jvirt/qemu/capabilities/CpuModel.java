package dev.jvirt.qemu.capabilities;

import java.util.List;
import java.util.Optional;

/// A processor model that QEMU knows by name.
///
/// @param typeName QEMU's type of it
/// @param usable whether this host can run it; absent if QEMU does not say
/// @param blockers the features that are missing here, by QEMU's names
public record CpuModel(
        String name,
        Optional<String> typeName,
        Optional<Boolean> usable,
        boolean deprecated,
        List<String> blockers) {
    /// A model with the features that keep it from being usable.
    public CpuModel {
        blockers = List.copyOf(blockers);
    }
}
