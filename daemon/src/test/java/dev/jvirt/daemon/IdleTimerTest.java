package dev.jvirt.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleTimerTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicBoolean idle = new AtomicBoolean(true);
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong visits = new AtomicLong();
    private final IdleTimer timer = new IdleTimer(idle::get, visits::get, now::get);

    @Test
    void neverExpiresWithoutATimeout() {
        assertThat(timer.isExpired()).isFalse();
        now.set(Long.MAX_VALUE);
        assertThat(timer.isExpired()).isFalse();
    }

    @Test
    void expiresAfterTheTimeout() {
        timer.setTimeout(10);

        assertThat(timer.isExpired()).isFalse();
        now.set(9 * SECOND);
        assertThat(timer.isExpired()).isFalse();
        now.set(10 * SECOND);
        assertThat(timer.isExpired()).isTrue();
    }

    @Test
    void startsAnewAfterWork() {
        timer.setTimeout(10);
        assertThat(timer.isExpired()).isFalse();
        now.set(9 * SECOND);
        idle.set(false);
        assertThat(timer.isExpired()).isFalse();
        idle.set(true);
        now.set(11 * SECOND);

        assertThat(timer.isExpired()).isFalse();
        now.set(21 * SECOND);
        assertThat(timer.isExpired()).isTrue();
    }

    @Test
    void startsAnewAfterAVisitThatNobodySaw() {
        timer.setTimeout(10);
        assertThat(timer.isExpired()).isFalse();
        visits.incrementAndGet();
        now.set(9 * SECOND);
        assertThat(timer.isExpired()).isFalse();
        now.set(10 * SECOND);
        assertThat(timer.isExpired()).isFalse();

        now.set(19 * SECOND);
        assertThat(timer.isExpired()).isTrue();
    }
}
