package dev.jvirt.rpc.client;

import org.jspecify.annotations.Nullable;

/// How far the socket is read although the reader of a stream is behind: answers to calls stand
/// behind data of the stream, and must not wait for its reader. Used by the holder of the reading
/// role.
///
/// What the socket holds is read at once. If the answer was not there, the server has yet to give
/// it and goes on with the stream in the meantime: so we look again after a while, and again after
/// a longer one. That delays a call by a fifth of the time that it takes, and costs some megabytes.
final class Overrun {
    /// More than a socket and the queue of a server hold.
    private static final int BURST = 1 << 20;

    private static final long FIRST_PAUSE_NANOS = 500_000;

    private @Nullable Waiter call;
    private long burstEnd;
    private long pause;
    private long resumeAt;
    private boolean paused;

    /// Whether to read on.
    ///
    /// @param waiting a call that waits for its answer, null if there is none
    boolean mayRead(ClientStream full, @Nullable Waiter waiting, long now) {
        if (waiting == null || full.isOverfull()) {
            paused = false;
            return false;
        }
        long backlog = full.backlog();
        if (waiting != call) {
            call = waiting;
            pause = FIRST_PAUSE_NANOS;
            paused = false;
            burstEnd = backlog + BURST;
        }
        if (backlog < burstEnd) {
            return true;
        }
        if (!paused) {
            paused = true;
            resumeAt = now + pause;
            pause += pause / 4;
        }
        if (now < resumeAt) {
            return false;
        }
        paused = false;
        burstEnd = backlog + BURST;
        return true;
    }

    /// How long until it is worth asking again.
    long pauseLeft(long now) {
        return paused ? resumeAt - now : ReadingRole.FOREVER;
    }
}
