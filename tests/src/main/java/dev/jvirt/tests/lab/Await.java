package dev.jvirt.tests.lab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what foreign processes do: there is nothing to be woken by.
public final class Await {
    private static final long PAUSE_NANOS = 1_000_000;

    private Await() {}

    /// Looks every millisecond whether something has happened.
    ///
    /// @param what continues "did not happen within 5 s: "
    /// @throws IllegalStateException if it has not happened within the limit
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "did not happen within %d s: %s".formatted(limit.toSeconds(), what));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
