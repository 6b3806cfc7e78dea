package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// Gives an address to every device that needs one and has none.
public final class AddressAssignment {
    private AddressAssignment() {}

    /// The definition with all its devices in their places.
    ///
    /// @param isNew whether the guest is new or starts cold, so that USB devices may be moved
    public static DomainDefinition assign(
            DomainDefinition definition,
            QemuCapabilities capabilities,
            HostPci host,
            boolean isNew) {
        var devices = new DeviceTable(definition.devices().all());
        var machine = new Machine(definition, capabilities);
        VirtioSerialAddresses.assign(devices);
        SpaprVioAddresses.assign(devices, machine);
        CcwAddresses.assign(devices, machine);
        MmioAddresses.assign(devices, machine);
        PciAddresses.assign(devices, machine, host);
        UsbAddresses.assign(devices, isNew);
        MemorySlots.assign(devices, definition.memory());
        return definition.withDevices(definition.devices().withAll(devices.all()));
    }
}
