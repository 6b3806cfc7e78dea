package dev.jvirt.daemon;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Tells when the daemon has had nothing to do for long enough to end.
///
/// It is asked now and then; what came and went in between counts as well.
final class IdleTimer {
    private static final long NANOS = 1_000_000_000L;

    private final BooleanSupplier idle;
    private final LongSupplier visits;
    private final LongSupplier clock;
    private volatile long timeout;
    private long idleSince;
    private long seen;
    private boolean wasIdle;

    /// @param idle whether there is nothing to do right now
    /// @param visits how often somebody has come so far
    /// @param clock in nanoseconds, as [System#nanoTime]
    IdleTimer(BooleanSupplier idle, LongSupplier visits, LongSupplier clock) {
        this.idle = idle;
        this.visits = visits;
        this.clock = clock;
    }

    /// Sets the seconds to wait for; 0: for ever.
    void setTimeout(int seconds) {
        timeout = seconds * NANOS;
    }

    /// Whether there is a timeout at all.
    boolean isSet() {
        return timeout > 0;
    }

    /// Looks; to be called regularly, by one thread.
    ///
    /// @return whether nothing happened for as long as the timeout
    boolean isExpired() {
        if (!isSet() || !idle.getAsBoolean()) {
            wasIdle = false;
            return false;
        }
        long now = clock.getAsLong();
        long count = visits.getAsLong();
        if (!wasIdle || count != seen) {
            wasIdle = true;
            seen = count;
            idleSince = now;
        }
        return now - idleSince >= timeout;
    }
}
