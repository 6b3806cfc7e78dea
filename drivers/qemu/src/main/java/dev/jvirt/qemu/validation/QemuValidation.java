package dev.jvirt.qemu.validation;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.validation.DriverValidation;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// What QEMU cannot do.
public final class QemuValidation implements DriverValidation {
    private final QemuCapabilities capabilities;

    /// Checks for one binary.
    public QemuValidation(QemuCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public void domain(DomainDefinition definition) {
        EmulatorRules.check(definition, capabilities);
    }

    @Override
    public void device(Device device, DomainDefinition definition) {}
}
