package dev.jvirt.rpc.frame;

import static dev.jvirt.rpc.frame.KeepAlive.Action.DROP;
import static dev.jvirt.rpc.frame.KeepAlive.Action.PING;
import static dev.jvirt.rpc.frame.KeepAlive.Action.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KeepAliveTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSilentPeerIsPingedAndThenGivenUp() {
        var keepAlive = new KeepAlive(0);
        keepAlive.start(2, 2, 0);

        assertThat(keepAlive.tick(SECOND)).isEqualTo(WAIT);
        assertThat(keepAlive.deadline()).isEqualTo(2 * SECOND);
        assertThat(keepAlive.tick(2 * SECOND)).isEqualTo(PING);
        assertThat(keepAlive.tick(3 * SECOND)).isEqualTo(WAIT);
        assertThat(keepAlive.tick(4 * SECOND)).isEqualTo(PING);
        assertThat(keepAlive.tick(5 * SECOND)).isEqualTo(WAIT);
        assertThat(keepAlive.tick(6 * SECOND)).isEqualTo(DROP);
    }

    @Test
    void anyMessageRenewsThePatience() {
        var keepAlive = new KeepAlive(0);
        keepAlive.start(2, 1, 0);
        assertThat(keepAlive.tick(2 * SECOND)).isEqualTo(PING);

        keepAlive.heard(3 * SECOND);

        assertThat(keepAlive.tick(4 * SECOND)).isEqualTo(WAIT);
        assertThat(keepAlive.tick(5 * SECOND)).isEqualTo(PING);
        assertThat(keepAlive.tick(7 * SECOND)).isEqualTo(DROP);
    }

    @Test
    void silenceBeforeTheStartCounts() {
        var keepAlive = new KeepAlive(0);
        keepAlive.start(5, 5, 3 * SECOND);
        assertThat(keepAlive.deadline()).isEqualTo(5 * SECOND);

        keepAlive.start(5, 5, 100 * SECOND);

        assertThat(keepAlive.tick(100 * SECOND)).isEqualTo(PING);
    }

    @Test
    void withoutACountTheFirstSilenceIsTheLast() {
        var keepAlive = new KeepAlive(0);
        keepAlive.start(1, 0, 0);

        assertThat(keepAlive.tick(SECOND)).isEqualTo(DROP);
    }

    @Test
    void anIntervalOfNothingNeverPings() {
        var keepAlive = new KeepAlive(0);
        keepAlive.start(0, 5, 0);
        assertThat(keepAlive.isActive()).isFalse();
        keepAlive.start(-1, 5, 0);

        assertThat(keepAlive.tick(Long.MAX_VALUE)).isEqualTo(WAIT);
    }
}
