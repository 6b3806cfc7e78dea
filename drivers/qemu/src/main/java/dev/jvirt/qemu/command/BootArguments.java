package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;

/// How the guest starts, and what QEMU does when it ends or sleeps.
final class BootArguments {
    private BootArguments() {}

    static void addPower(DomainScope scope, Arguments out) {
        boolean noReboot =
                !scope.has(QemuFlag.SET_ACTION) && endsForGood(scope.definition().lifecycle());
        out.add(noReboot ? "-no-reboot" : "-no-shutdown");
        if (scope.has(QemuFlag.NO_ACPI) && !scope.isOn(Features.Name.ACPI)) {
            out.add("-no-acpi");
        }
        var lifecycle = scope.definition().lifecycle();
        lifecycle.suspendToMemory().ifPresent(on -> addSleep(scope, "s3", on, out));
        lifecycle.suspendToDisk().ifPresent(on -> addSleep(scope, "s4", on, out));
    }

    private static boolean endsForGood(Lifecycle lifecycle) {
        return lifecycle.onReboot() == Lifecycle.Action.DESTROY
                && lifecycle.onPoweroff() == Lifecycle.Action.DESTROY
                && (lifecycle.onCrash() == Lifecycle.Action.DESTROY
                        || lifecycle.onCrash() == Lifecycle.Action.COREDUMP_DESTROY);
    }

    private static void addSleep(DomainScope scope, String state, boolean on, Arguments out) {
        boolean ich9 =
                scope.family() == MachineFamily.Q35
                        && scope.has(
                                state.equals("s3")
                                        ? QemuFlag.ICH9_DISABLE_S3
                                        : QemuFlag.ICH9_DISABLE_S4);
        out.add(
                "-global",
                "%s.disable_%s=%d".formatted(ich9 ? "ICH9-LPC" : "PIIX4_PM", state, on ? 0 : 1));
    }

    static void addBoot(DomainScope scope, Arguments out) {
        var boot = scope.definition().os().boot();
        var options = JsonObject.builder();
        options.putBoolean("menu", boot.menu());
        if (boot.menu().orElse(false)) {
            options.putNumber("splash-time", boot.menuTimeout());
        }
        options.putNumber("reboot-timeout", boot.rebootTimeout());
        options.put("strict", true);
        out.options("-boot", options);
        addKernel(scope, out);
    }

    private static void addKernel(DomainScope scope, Arguments out) {
        var kernel = scope.definition().os().kernel();
        kernel.kernel().ifPresent(file -> out.add("-kernel", file));
        kernel.initrd().ifPresent(file -> out.add("-initrd", file));
        kernel.cmdline().ifPresent(line -> out.add("-append", line));
        kernel.dtb().ifPresent(file -> out.add("-dtb", file));
        kernel.slicTable()
                .ifPresent(
                        file ->
                                out.add(
                                        "-acpitable",
                                        "sig=SLIC,file=" + OptionSyntax.escape(file)));
    }
}
