package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INVALID_ARG;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// Which binary runs a guest, and on which machine.
final class EmulatorChoice {
    private EmulatorChoice() {}

    static DomainDefinition withEmulator(
            DomainDefinition definition, CapabilitiesLookup capabilities) {
        var devices = definition.devices();
        if (devices.emulator().isPresent()) {
            return definition;
        }
        String arch = definition.os().arch().orElseThrow();
        String emulator =
                capabilities
                        .defaultEmulator(arch)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                CONFIG_UNSUPPORTED,
                                                "No emulator found for arch '%s'".formatted(arch)));
        return definition.withDevices(devices.withEmulator(emulator));
    }

    /// The accelerator of a definition; KVM's for types that QEMU does not know, since those are
    /// refused only later.
    static Accelerator accelerator(DomainDefinition definition) {
        return Accelerator.ofDomainType(definition.type().word()).orElse(Accelerator.KVM);
    }

    static DomainDefinition withMachine(
            DomainDefinition definition, QemuCapabilities capabilities) {
        if (definition.os().machine().isPresent()) {
            return definition;
        }
        String machine =
                capabilities
                        .defaultMachine(accelerator(definition))
                        .map(MachineType::name)
                        .orElseThrow(() -> noMachine(definition));
        return definition.withOs(definition.os().withMachine(machine));
    }

    private static LibvirtException noMachine(DomainDefinition definition) {
        return new LibvirtException(
                INVALID_ARG,
                "could not get preferred machine for %s type=%s"
                        .formatted(
                                definition.devices().emulator().orElse(""),
                                definition.type().word()));
    }

    static DomainDefinition withCanonicalMachine(
            DomainDefinition definition, QemuCapabilities capabilities) {
        String machine = definition.os().machine().orElseThrow();
        String canonical = capabilities.canonicalMachine(accelerator(definition), machine);
        return canonical.equals(machine)
                ? definition
                : definition.withOs(definition.os().withMachine(canonical));
    }
}
