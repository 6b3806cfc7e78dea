package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Clock;
import dev.jvirt.documents.domain.Timer;

/// Refuses settings that a timer does not have.
final class TimerChecks {
    private TimerChecks() {}

    static void check(Clock clock) {
        for (Timer timer : clock.timers()) {
            check(timer);
        }
    }

    private static void check(Timer timer) {
        var name = timer.name();
        boolean paravirtual = name == Timer.Name.KVMCLOCK || name == Timer.Name.HYPERVCLOCK;
        refuse(timer, paravirtual && timer.tickPolicy().isPresent(), "tickpolicy");
        boolean catchUp = timer.tickPolicy().filter(p -> p == Timer.TickPolicy.CATCHUP).isPresent();
        if (!catchUp && !timer.catchUp().isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "setting of timer catchup policies is only supported with"
                            + " tickpolicy='catchup'");
        }
        if (name != Timer.Name.TSC) {
            refuse(timer, timer.frequency().isPresent(), "frequency");
            refuse(timer, timer.mode().isPresent(), "mode");
        }
        boolean tracks = name == Timer.Name.PLATFORM || name == Timer.Name.RTC;
        refuse(timer, !tracks && timer.track().isPresent(), "track");
    }

    private static void refuse(Timer timer, boolean wrong, String what) {
        if (wrong) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "timer %s doesn't support setting of timer %s"
                            .formatted(timer.name().word(), what));
        }
    }
}
