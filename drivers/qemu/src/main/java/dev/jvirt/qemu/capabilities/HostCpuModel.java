package dev.jvirt.qemu.capabilities;

import java.util.List;

/// The best processor that QEMU can give a guest on this host, in QEMU's own terms.
///
/// @param migratability whether the properties say if they are migratable
public record HostCpuModel(String name, boolean migratability, List<CpuProperty> properties) {
    /// A model with its properties.
    public HostCpuModel {
        properties = List.copyOf(properties);
    }
}
