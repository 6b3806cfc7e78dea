package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Clock;
import dev.jvirt.documents.domain.Timer;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// `-rtc` and the other sources of time.
final class ClockArguments {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private ClockArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var options = JsonObject.builder();
        options.put("base", base(scope));
        var timers = scope.definition().clock().timers();
        for (Timer timer : timers) {
            if (timer.name() == Timer.Name.RTC) {
                addRtc(timer, options);
                break;
            }
        }
        out.options("-rtc", options);
        for (Timer timer : timers) {
            switch (timer.name()) {
                case PIT -> addPit(scope, timer, out);
                case HPET -> {
                    boolean off = !timer.present().orElse(true);
                    if (off && scope.has(QemuFlag.NO_HPET) && !scope.has(QemuFlag.MACHINE_HPET)) {
                        out.add("-no-hpet");
                    }
                }
                case PLATFORM, RTC, TSC, KVMCLOCK, HYPERVCLOCK, ARMVTIMER -> {}
            }
        }
    }

    private static String base(DomainScope scope) {
        var now = scope.context().environment().now();
        return switch (scope.definition().clock().offset()) {
            case Clock.Utc _ -> "utc";
            case Clock.LocalTime _, Clock.Timezone _ -> "localtime";
            case Clock.Variable variable -> {
                var start =
                        variable.local()
                                ? now.toLocalDateTime()
                                : now.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
                yield start.plusSeconds(variable.adjustment()).format(TIME);
            }
            case Clock.Absolute absolute ->
                    LocalDateTime.ofInstant(Instant.ofEpochSecond(absolute.start()), ZoneOffset.UTC)
                            .format(TIME);
        };
    }

    private static void addRtc(Timer timer, JsonObject.Builder options) {
        if (timer.track().isPresent()) {
            switch (timer.track().get()) {
                case GUEST -> options.put("clock", "vm");
                case WALL -> options.put("clock", "host");
                case REALTIME -> options.put("clock", "rt");
                case BOOT -> throw unsupported("track", "boot");
            }
        }
        if (timer.tickPolicy().isPresent()) {
            switch (timer.tickPolicy().get()) {
                case DELAY -> {}
                case CATCHUP -> options.put("driftfix", "slew");
                case MERGE, DISCARD ->
                        throw unsupported("tickpolicy", timer.tickPolicy().get().word());
            }
        }
    }

    private static LibvirtException unsupported(String what, String word) {
        return new LibvirtException(
                CONFIG_UNSUPPORTED, "unsupported rtc timer %s '%s'".formatted(what, word));
    }

    private static void addPit(DomainScope scope, Timer timer, Arguments out) {
        if (!scope.has(QemuFlag.KVM_PIT_LOST_TICK_POLICY)) {
            return;
        }
        switch (timer.tickPolicy().orElse(Timer.TickPolicy.DELAY)) {
            case DELAY -> out.add("-global", "kvm-pit.lost_tick_policy=delay");
            case DISCARD -> out.add("-global", "kvm-pit.lost_tick_policy=discard");
            case CATCHUP, MERGE -> {}
        }
    }
}
