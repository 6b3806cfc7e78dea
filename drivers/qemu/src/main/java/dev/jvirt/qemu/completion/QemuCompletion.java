package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.SecurityLabel;
import dev.jvirt.documents.domain.completion.DriverCompletion;
import dev.jvirt.qemu.address.AddressAssignment;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.List;

/// What QEMU adds to a definition, step by step in libvirt's order.
final class QemuCompletion implements DriverCompletion {
    private final CompletionContext context;
    private final boolean inactive;
    private final boolean updateAbi;

    /// @param inactive whether a definition is made, not the state of a running domain
    /// @param updateAbi whether the guest may get newer defaults than it had
    QemuCompletion(CompletionContext context, boolean inactive, boolean updateAbi) {
        this.context = context;
        this.inactive = inactive;
        this.updateAbi = updateAbi;
    }

    private QemuCapabilities capabilities(DomainDefinition definition) {
        return context.capabilities().of(definition.devices().emulator().orElseThrow());
    }

    @Override
    public DomainDefinition basics(DomainDefinition definition) {
        return withSecurityModel(EmulatorChoice.withEmulator(definition, context.capabilities()));
    }

    /// A single label may leave open whose it is.
    private DomainDefinition withSecurityModel(DomainDefinition definition) {
        var labels = definition.security().labels();
        if (labels.size() != 1 || labels.getFirst().model().isPresent()) {
            return definition;
        }
        String model = context.settings().securityModel();
        var label =
                inactive && model.equals("none")
                        ? SecurityLabel.none(model)
                        : labels.getFirst().withModel(model);
        return definition.withSecurity(definition.security().withLabels(List.of(label)));
    }

    @Override
    public DomainDefinition domain(DomainDefinition given) {
        var capabilities = capabilities(given);
        var definition = EmulatorChoice.withMachine(given, capabilities);
        definition = FirmwareCompletion.fill(definition, context.settings(), updateAbi);
        definition = MachineDevices.add(definition, capabilities, context.settings());
        definition = EmulatorChoice.withCanonicalMachine(definition, capabilities);
        definition = CpuCompletion.withDefaultModel(definition, capabilities);
        definition = GicCompletion.fill(definition, capabilities);
        definition = InternalPaths.recheck(definition, context.settings(), inactive);
        VcpuRules.check(definition.vcpus());
        definition = CpuCompletion.fill(definition, capabilities);
        SmmRules.check(definition, capabilities);
        return NumaCompletion.fill(definition);
    }

    @Override
    public Device device(Device device, DomainDefinition definition) {
        return new DeviceCompletion(
                        definition, capabilities(definition), context, inactive, updateAbi)
                .fill(device);
    }

    @Override
    public DomainDefinition addresses(DomainDefinition definition) {
        return AddressAssignment.assign(
                definition, capabilities(definition), context.hostPci(), updateAbi);
    }
}
