package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.capabilities.MachineFamily;

/// Firmware that QEMU can run.
final class BootRules {
    private BootRules() {}

    static void check(Machine machine) {
        var os = machine.definition().os();
        var firmware = os.firmware();
        boolean secure = firmware.loader().flatMap(Firmware.Loader::secure).orElse(false);
        if (secure) {
            checkSecure(machine, firmware);
        }
        firmware.nvram().flatMap(Firmware.NvramStore::source).ifPresent(BootRules::checkNvram);
        if (os.boot().useSerial().orElse(false)) {
            unsupportedWhen(
                    !machine.isX86(), "BIOS serial console only supported on x86 architectures");
            unsupportedWhen(
                    machine.definition().devices().serials().isEmpty(),
                    "need at least one serial port to use BIOS serial output");
        }
    }

    private static void checkSecure(Machine machine, Firmware firmware) {
        unsupportedWhen(
                !machine.is(MachineFamily.Q35),
                "Secure boot is supported with q35 machine types only");
        unsupportedWhen(
                !machine.arch().equals("x86_64"),
                "Secure boot is supported for x86_64 architecture only");
        unsupportedWhen(
                firmware.automatic().isEmpty()
                        && !machine.definition().features().has(Features.Name.SMM),
                "Secure boot requires SMM feature enabled");
    }

    private static void checkNvram(StorageSource source) {
        switch (source.location()) {
            case StorageLocation.File _, StorageLocation.Block _, NetworkStorage _ -> {}
            default ->
                    unsupportedWhen(
                            true,
                            "unsupported nvram disk type '%s'".formatted(source.location().type()));
        }
        unsupportedWhen(source.slice().isPresent(), "slices are not supported with NVRAM");
        unsupportedWhen(
                source.access().reservations().isPresent(),
                "persistent reservations are not supported with NVRAM");
        unsupportedWhen(source.backing().isPresent(), "backingStore is not supported with NVRAM");
    }
}
