package dev.jvirt.rpc.frame;

/// The patience of one side with a silent peer: when to ping it, and when to give it up.
///
/// Time comes from outside, in nanoseconds of any clock. Not thread-safe.
public final class KeepAlive {
    public static final int PROGRAM = 0x6b656570;
    public static final int VERSION = 1;
    public static final int PING = 1;
    public static final int PONG = 2;

    private static final FrameHeader PING_HEADER = header(PING);
    private static final FrameHeader PONG_HEADER = header(PONG);
    private static final long SECOND = 1_000_000_000L;

    /// What is due.
    public enum Action {
        /// Nothing before [KeepAlive#deadline].
        WAIT,

        /// Send a ping.
        PING,

        /// Give the peer up.
        DROP
    }

    private long interval;
    private int count;
    private int pingsLeft;
    private long intervalStart;
    private long lastHeard;

    /// @param now when the connection began
    public KeepAlive(long now) {
        lastHeard = now;
    }

    /// Begins to ping after `seconds` of silence, counted from the last message of the peer. The
    /// peer is given up one interval after `count` pings went unanswered. An interval of 0 or less
    /// ends it.
    public void start(int seconds, int count, long now) {
        interval = Math.max(seconds, 0) * SECOND;
        this.count = Math.max(count, 0);
        pingsLeft = this.count;
        intervalStart = now - Math.min(now - lastHeard, interval);
    }

    /// Whether this side pings.
    public boolean isActive() {
        return interval > 0;
    }

    /// Any message of the peer shows that it lives.
    public void heard(long now) {
        pingsLeft = count;
        intervalStart = now;
        lastHeard = now;
    }

    /// When [#tick] has something to do, if this side pings.
    public long deadline() {
        return intervalStart + interval;
    }

    /// What is due now; a ping that is due counts as sent.
    public Action tick(long now) {
        if (!isActive() || now - deadline() < 0) {
            return Action.WAIT;
        }
        if (pingsLeft == 0) {
            return Action.DROP;
        }
        pingsLeft--;
        intervalStart = now;
        return Action.PING;
    }

    /// Whether a message belongs to the keepalive program.
    public static boolean isKeepAlive(FrameHeader header) {
        return header.program() == PROGRAM
                && header.version() == VERSION
                && header.type() == MessageType.MESSAGE;
    }

    /// The header of a ping.
    public static FrameHeader ping() {
        return PING_HEADER;
    }

    /// The header of the answer to a ping.
    public static FrameHeader pong() {
        return PONG_HEADER;
    }

    private static FrameHeader header(int procedure) {
        return new FrameHeader(
                PROGRAM, VERSION, procedure, MessageType.MESSAGE, 0, MessageStatus.OK);
    }
}
