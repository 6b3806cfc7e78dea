package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.documents.domain.Lifecycle.Action;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// How a guest begins and ends, and what stands beside its devices.
final class PlatformRules {
    private PlatformRules() {}

    static void check(Machine machine) {
        var definition = machine.definition();
        unsupportedWhen(
                definition.memory().tune().minGuarantee().isPresent(),
                "Parameter 'min_guarantee' not supported by QEMU.");
        checkLifecycle(definition.lifecycle());
        checkAcpi(machine);
        unsupportedWhen(
                definition.identity().generation().isPresent() && !machine.has(QemuFlag.VMGENID),
                "this QEMU does not support the 'genid' capability");
        checkSleep(machine);
        checkIoThreads(machine);
        unsupportedWhen(
                !definition.resources().tuning().cpu().groups().isEmpty()
                        && definition.type() != VirtType.KVM,
                "cachetune is only supported for KVM domains");
    }

    private static void checkLifecycle(Lifecycle lifecycle) {
        unsupportedWhen(
                lifecycle.onReboot() == Action.RENAME_RESTART
                        || lifecycle.onPoweroff() == Action.RENAME_RESTART
                        || lifecycle.onCrash() == Action.RENAME_RESTART,
                "qemu driver doesn't support the 'rename-restart' action for"
                        + " 'on_reboot'/'on_poweroff'/'on_crash'");
        unsupportedWhen(
                lifecycle.onReboot() == Action.PRESERVE
                        || lifecycle.onPoweroff() == Action.PRESERVE,
                "qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'");
        unsupportedWhen(
                lifecycle.onReboot() == Action.DESTROY && lifecycle.onPoweroff() == Action.RESTART,
                "qemu driver doesn't support 'onReboot' set to 'destroy and 'onPoweroff' set to"
                        + " 'reboot'");
    }

    private static void checkAcpi(Machine machine) {
        boolean acpi = machine.definition().features().has(Features.Name.ACPI);
        boolean uefi = hasUefi(machine.definition());
        unsupportedWhen(
                uefi && !acpi && machine.isX86(), "UEFI requires ACPI on this architecture");
        unsupportedWhen(
                acpi && !uefi && machine.arch().equals("aarch64"),
                "ACPI requires UEFI on this architecture");
    }

    private static boolean hasUefi(DomainDefinition definition) {
        var firmware = definition.os().firmware();
        boolean flashed =
                firmware.loader()
                        .filter(
                                l ->
                                        l.type()
                                                .filter(Firmware.LoaderType.PFLASH::equals)
                                                .isPresent())
                        .isPresent();
        return flashed || firmware.automatic().filter(Firmware.Kind.EFI::equals).isPresent();
    }

    private static void checkSleep(Machine machine) {
        var lifecycle = machine.definition().lifecycle();
        boolean q35 = machine.is(MachineFamily.Q35);
        unsupportedWhen(
                lifecycle.suspendToMemory().isPresent()
                        && !machine.has(QemuFlag.DISABLE_S3)
                        && !(q35 && machine.has(QemuFlag.ICH9_DISABLE_S3)),
                "setting ACPI S3 not supported");
        unsupportedWhen(
                lifecycle.suspendToDisk().isPresent()
                        && !machine.has(QemuFlag.DISABLE_S4)
                        && !(q35 && machine.has(QemuFlag.ICH9_DISABLE_S4)),
                "setting ACPI S4 not supported");
    }

    private static void checkIoThreads(Machine machine) {
        var threads = machine.definition().resources().ioThreads();
        boolean pools = threads.defaultPool().isPresent();
        for (IoThreads.IoThread thread : threads.threads()) {
            pools |= thread.pool().min().isPresent() || thread.pool().max().isPresent();
        }
        unsupportedWhen(
                pools && !machine.has(QemuFlag.IOTHREAD_THREAD_POOL_MAX),
                "thread_pool_min and thread_pool_max is not supported by this QEMU binary");
    }
}
