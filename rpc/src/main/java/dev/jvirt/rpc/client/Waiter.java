package dev.jvirt.rpc.client;

import java.util.concurrent.locks.LockSupport;

/// Somebody who waits for something that the socket brings: a reply, a packet, room to write.
class Waiter {
    private final Thread thread = Thread.currentThread();
    private final boolean pressing;
    private volatile boolean done;

    Waiter() {
        this(false);
    }

    /// @param pressing whether it waits for an answer, which no stream may hold up
    Waiter(boolean pressing) {
        this.pressing = pressing;
    }

    final boolean isPressing() {
        return pressing;
    }

    /// Whether the wait is over.
    final boolean isDone() {
        return done;
    }

    /// Ends the wait.
    final void finish() {
        done = true;
        wake();
    }

    /// Makes the waiting thread look again.
    final void wake() {
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }
}
