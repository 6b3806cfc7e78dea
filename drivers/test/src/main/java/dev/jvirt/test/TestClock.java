package dev.jvirt.test;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// The time from which the figures of guests are made: nothing is measured here, but time goes on.
final class TestClock {
    private TestClock() {}

    static long seconds() {
        return Instant.now().getEpochSecond();
    }

    static long microseconds() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond())
                + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }
}
