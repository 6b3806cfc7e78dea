package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Os;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// The kinds of guests that a binary runs.
final class EmulatorRules {
    private EmulatorRules() {}

    static void check(DomainDefinition definition, QemuCapabilities capabilities) {
        var os = definition.os();
        unsupportedWhen(os.type() != Os.Type.HVM, lacks(definition, "os type", os.type().word()));
        String arch = os.arch().orElseThrow();
        unsupportedWhen(!runs(capabilities, arch), lacks(definition, "arch", arch));
        String type = definition.type().word();
        unsupportedWhen(
                !capabilities.supportsDomainType(type), lacks(definition, "virt type", type));
        String machine = os.machine().orElseThrow();
        unsupportedWhen(
                Accelerator.ofDomainType(type)
                        .flatMap(a -> capabilities.machine(a, machine))
                        .isEmpty(),
                lacks(definition, "machine type", machine));
    }

    private static String lacks(DomainDefinition definition, String what, String value) {
        return "Emulator '%s' does not support %s '%s'"
                .formatted(definition.devices().emulator().orElse(""), what, value);
    }

    /// A binary runs guests of its own architecture, and of some smaller sisters.
    private static boolean runs(QemuCapabilities capabilities, String arch) {
        return switch (capabilities.arch()) {
            case "x86_64" -> arch.equals("x86_64") || arch.equals("i686");
            case "armv7l" -> arch.equals("armv7l") || arch.equals("armv6l");
            case "ppc64" -> arch.equals("ppc64") || arch.equals("ppc64le");
            default -> arch.equals(capabilities.arch());
        };
    }
}
