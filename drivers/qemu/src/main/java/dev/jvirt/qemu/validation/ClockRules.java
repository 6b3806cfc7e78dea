package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Clock;
import dev.jvirt.documents.domain.Timer;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Timers that QEMU can give or take away.
final class ClockRules {
    private static final long LAST_SECOND = 253_402_300_799L;

    private ClockRules() {}

    static void check(Machine machine) {
        var clock = machine.definition().clock();
        for (Timer timer : clock.timers()) {
            check(timer, machine);
        }
        unsupportedWhen(
                clock.offset() instanceof Clock.Absolute absolute && absolute.start() > LAST_SECOND,
                "The maximum 'start' value for <clock offset='absolute'> is " + LAST_SECOND);
    }

    private static void check(Timer timer, Machine machine) {
        boolean present = timer.present().orElse(false);
        switch (timer.name()) {
            case PLATFORM ->
                    unsupportedWhen(
                            true,
                            "unsupported timer type (name) '%s'".formatted(timer.name().word()));
            case TSC, KVMCLOCK, HYPERVCLOCK ->
                    unsupportedWhen(present && !machine.isX86(), notFor(timer, machine));
            case RTC -> checkRtc(timer);
            case PIT ->
                    unsupportedWhen(
                            is(timer, Timer.TickPolicy.MERGE),
                            "unsupported pit tickpolicy '%s'".formatted(policy(timer)));
            case HPET ->
                    unsupportedWhen(
                            present
                                    && !machine.has(QemuFlag.NO_HPET)
                                    && !machine.has(QemuFlag.MACHINE_HPET),
                            "hpet timer is not supported");
            case ARMVTIMER -> checkArm(timer, machine);
        }
    }

    private static boolean is(Timer timer, Timer.TickPolicy policy) {
        return timer.tickPolicy().filter(p -> p == policy).isPresent();
    }

    private static String policy(Timer timer) {
        return timer.tickPolicy().map(Word::word).orElse("");
    }

    private static String notFor(Timer timer, Machine machine) {
        return "Configuring the '%s' timer is not supported for virtType=%s arch=%s machine=%s guests"
                .formatted(
                        timer.name().word(),
                        machine.definition().type().word(),
                        machine.arch(),
                        machine.name());
    }

    private static void checkRtc(Timer timer) {
        var track = timer.track();
        unsupportedWhen(
                track.filter(t -> t == Timer.Track.BOOT || t == Timer.Track.REALTIME).isPresent(),
                "unsupported rtc timer track '%s'".formatted(track.map(Word::word).orElse("")));
        unsupportedWhen(
                is(timer, Timer.TickPolicy.MERGE) || is(timer, Timer.TickPolicy.DISCARD),
                "unsupported rtc timer tickpolicy '%s'".formatted(policy(timer)));
    }

    private static void checkArm(Timer timer, Machine machine) {
        unsupportedWhen(
                machine.definition().type() != VirtType.KVM
                        || !machine.arch().equals("aarch64")
                        || !machine.is(MachineFamily.ARM_VIRT),
                notFor(timer, machine));
        String name = timer.name().word();
        unsupportedWhen(
                !timer.present().orElse(true), "The '%s' timer can't be disabled".formatted(name));
        unsupportedWhen(
                !machine.has(QemuFlag.CPU_KVM_NO_ADJVTIME),
                "Configuring the '%s' timer is not supported with this QEMU binary"
                        .formatted(name));
        unsupportedWhen(
                is(timer, Timer.TickPolicy.CATCHUP) || is(timer, Timer.TickPolicy.MERGE),
                "The '%s' timer does not support tickpolicy '%s'".formatted(name, policy(timer)));
    }
}
