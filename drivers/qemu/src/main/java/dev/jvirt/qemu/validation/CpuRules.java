package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Processors that QEMU can give.
final class CpuRules {
    private static final int LAST_LEVEL_CACHE = 3;

    private CpuRules() {}

    static void check(Machine machine, String hostArch) {
        var cpu = machine.definition().cpu();
        if (cpu.isEmpty()) {
            return;
        }
        checkAddresses(cpu.get(), machine);
        checkCache(cpu.get(), machine);
        boolean named = cpu.get().mode() != Cpu.Mode.CUSTOM || cpu.get().model().isPresent();
        if (named) {
            checkMode(cpu.get(), machine, hostArch);
        }
    }

    private static boolean isHost(Cpu cpu) {
        return cpu.mode() == Cpu.Mode.HOST_PASSTHROUGH || cpu.mode() == Cpu.Mode.MAXIMUM;
    }

    private static void checkAddresses(Cpu cpu, Machine machine) {
        var width = cpu.physical().maxPhysAddr();
        if (width.isEmpty()) {
            return;
        }
        unsupportedWhen(
                !machine.isX86(),
                "CPU maximum physical address bits specification is not supported for '%s' architecture"
                        .formatted(machine.arch()));
        var mode = width.get().mode();
        if (mode == Cpu.AddressMode.EMULATE) {
            unsupportedWhen(
                    width.get().bits().isEmpty(),
                    "if using CPU maximum physical address mode='%s', bits= must be specified too"
                            .formatted(mode.word()));
            return;
        }
        unsupportedWhen(
                !isHost(cpu),
                onlyWith("CPU maximum physical address mode '%s' can only be used with", mode));
        unsupportedWhen(
                width.get().bits().isPresent(),
                "CPU maximum physical address bits number specification cannot be used with mode='%s'"
                        .formatted(mode.word()));
    }

    private static String onlyWith(String message, Word mode) {
        return message.formatted(mode.word())
                + " '%s' / '%s' CPUs"
                        .formatted(Cpu.Mode.HOST_PASSTHROUGH.word(), Cpu.Mode.MAXIMUM.word());
    }

    private static void checkCache(Cpu cpu, Machine machine) {
        var cache = cpu.physical().cache();
        if (cache.isEmpty()) {
            return;
        }
        unsupportedWhen(
                !machine.isX86(),
                "CPU cache specification is not supported for '%s' architecture"
                        .formatted(machine.arch()));
        var mode = cache.get().mode();
        var level = cache.get().level();
        unsupportedWhen(
                mode == Cpu.CacheMode.EMULATE && level.orElse(0) != LAST_LEVEL_CACHE,
                "CPU cache mode '%s' can only be used with level='3'".formatted(mode.word()));
        unsupportedWhen(
                mode == Cpu.CacheMode.PASSTHROUGH && !isHost(cpu),
                onlyWith("CPU cache mode '%s' can only be used with", mode));
        unsupportedWhen(
                mode != Cpu.CacheMode.EMULATE && level.isPresent(),
                "unsupported CPU cache level for mode '%s'".formatted(mode.word()));
    }

    private static void checkMode(Cpu cpu, Machine machine, String hostArch) {
        boolean small =
                cpu.mode() == Cpu.Mode.HOST_PASSTHROUGH
                        && machine.arch().equals("armv7l")
                        && hostArch.equals("aarch64");
        unsupportedWhen(
                small && !machine.has(QemuFlag.AARCH64_OFF),
                "QEMU binary does not support CPU host-passthrough for armv7l on aarch64 host");
        unsupportedWhen(
                isHost(cpu)
                        && cpu.policy().migratable().orElse(false)
                        && !machine.has(QemuFlag.CPU_MIGRATABLE),
                "Migratable attribute for host-passthrough CPU is not supported by this QEMU"
                        + " binary");
        unsupportedWhen(
                cpu.mode() == Cpu.Mode.MAXIMUM && !hasMaximum(machine),
                "maximum CPU is not supported by QEMU binary");
    }

    private static boolean hasMaximum(Machine machine) {
        return machine.has(QemuFlag.CPU_MAX)
                || machine.isX86() && machine.has(QemuFlag.X86_MAX_CPU)
                || Architectures.isArm(machine.arch()) && machine.has(QemuFlag.ARM_MAX_CPU);
    }
}
