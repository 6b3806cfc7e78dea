package dev.jvirt.test;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.ArrayList;
import java.util.List;

/// Changes one device of a definition.
final class DeviceChange {
    private DeviceChange() {}

    static DomainDefinition replace(DomainDefinition definition, Device old, Device changed) {
        List<Device> all = new ArrayList<>(definition.devices().all());
        all.replaceAll(device -> device == old ? changed : device);
        return definition.withDevices(definition.devices().withAll(all));
    }
}
