package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.KeepAlive;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Who reads the socket: always one of those who wait, so that a single caller pays no thread
/// switch.
///
/// Whoever waits and finds the role free takes it, reads for everybody until its own wait is over,
/// and hands the role on. When nobody waits, a background thread has it, if there is one. After
/// that thread has read a caller's reply it stands back for a moment: calls come in bursts, and the
/// next one shall read for itself.
///
/// [#lock] guards who has the role and who waits; it is not held while the socket is used.
final class ReadingRole {
    /// No deadline.
    static final long FOREVER = Long.MAX_VALUE;

    private static final long STAND_BACK_NANOS = 1_000_000;

    private final RpcClient client;
    private final Transport transport;
    private final Conversation conversation;
    private final Receiver receiver;
    private final SendQueue sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
    private final KeepAlive keepAlive = new KeepAlive(System.nanoTime());
    private @Nullable Thread holder;
    private @Nullable Thread background;
    private boolean backgroundIdle;
    private final Overrun overrun = new Overrun();
    private boolean pausing;

    ReadingRole(
            RpcClient client,
            Transport transport,
            Conversation conversation,
            Receiver receiver,
            SendQueue sender) {
        this.client = client;
        this.transport = transport;
        this.conversation = conversation;
        this.receiver = receiver;
        this.sender = sender;
    }

    /// How a wait ended.
    enum Outcome {
        DONE,
        TIMED_OUT,
        INTERRUPTED
    }

    /// Waits until `waiter` is done.
    ///
    /// @param deadline when to give up, in [System#nanoTime]
    Outcome await(Waiter waiter, long deadline) {
        lock.lock();
        try {
            waiters.add(waiter);
            if (pausing) {
                LockSupport.unpark(holder);
            }
            while (!waiter.isDone()) {
                if (Thread.currentThread().isInterrupted()) {
                    return Outcome.INTERRUPTED;
                }
                long left = left(deadline);
                if (left <= 0) {
                    return Outcome.TIMED_OUT;
                }
                if (holder == null) {
                    readUntilDone(waiter, deadline);
                } else {
                    park(left);
                }
            }
            return Outcome.DONE;
        } finally {
            waiters.remove(waiter);
            handOn();
            lock.unlock();
        }
    }

    /// Takes what the socket has until somebody's wait is over, without waiting; does nothing while
    /// somebody reads.
    ///
    /// @return whether somebody's wait is over
    boolean poll() {
        lock.lock();
        try {
            if (holder != null) {
                return false;
            }
            holder = Thread.currentThread();
            lock.unlock();
            try {
                flush();
                receiver.waited();
                Receiver.Step step = Receiver.Step.PROGRESS;
                while (step == Receiver.Step.PROGRESS && conversation.fullStream() == null) {
                    step = receive();
                }
                return step == Receiver.Step.COMPLETED && !client.hasEnded();
            } finally {
                lock.lock();
                holder = null;
                handOn();
            }
        } finally {
            lock.unlock();
        }
    }

    private static long left(long deadline) {
        return deadline == FOREVER ? FOREVER : deadline - System.nanoTime();
    }

    private void park(long nanos) {
        lock.unlock();
        try {
            if (nanos == FOREVER) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        } finally {
            lock.lock();
        }
    }

    private void readUntilDone(Waiter waiter, long deadline) {
        holder = Thread.currentThread();
        lock.unlock();
        try {
            while (!waiter.isDone() && !client.hasEnded()) {
                if (!turn(waiter, deadline)) {
                    return;
                }
            }
        } finally {
            lock.lock();
            holder = null;
        }
    }

    private void handOn() {
        if (holder != null) {
            return;
        }
        for (Waiter waiter : waiters) {
            if (!waiter.isDone()) {
                waiter.wake();
                return;
            }
        }
        if (backgroundIdle) {
            LockSupport.unpark(background);
        }
    }

    /// Receives one message, or waits for one.
    ///
    /// @return false if the deadline has passed or the thread is interrupted
    private boolean turn(Waiter waiter, long deadline) {
        ClientStream full = conversation.fullStream();
        if (full != null && !overrun.mayRead(full, pressing(), System.nanoTime())) {
            return waitForReader(full, deadline);
        }
        return receive() != Receiver.Step.NOTHING || waitForData(waiter, deadline);
    }

    private Receiver.Step receive() {
        try {
            Receiver.Step step = receiver.step();
            if (step != Receiver.Step.NOTHING) {
                heard();
            }
            return step;
        } catch (EndOfStream e) {
            client.endOfStream(e);
        } catch (IOException e) {
            client.fail("Cannot recv data", e);
        } catch (RpcException e) {
            client.fail(e);
        }
        return Receiver.Step.COMPLETED;
    }

    private boolean waitForData(@Nullable Waiter waiter, long deadline) {
        long now = System.nanoTime();
        long untilTick = tick(now);
        long nanos = deadline == FOREVER ? untilTick : Math.min(deadline - now, untilTick);
        if (nanos <= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        boolean writing = flush();
        if (waiter != null && waiter.isDone()) {
            return true; // it waited for what has just been sent
        }
        try {
            transport.await(writing, nanos);
            receiver.waited();
        } catch (IOException e) {
            client.fail("Cannot recv data", e);
        }
        return true;
    }

    private boolean flush() {
        if (sender.waitingBytes() > 0) {
            try {
                sender.flush();
            } catch (IOException e) {
                client.fail("Cannot write data", e);
            }
        }
        return sender.waitingBytes() > 0;
    }

    /// Somebody who waits for an answer, null if nobody does.
    private @Nullable Waiter pressing() {
        lock.lock();
        try {
            for (Waiter waiter : waiters) {
                if (waiter.isPressing() && !waiter.isDone()) {
                    return waiter;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /// Reads no further until the reader of a stream has caught up, or is given up, or a call wants
    /// its answer.
    private boolean waitForReader(ClientStream full, long deadline) {
        long now = System.nanoTime();
        Waiter pressing = pressing();
        long patience = full.patience(now, pressing != null);
        long nanos = Math.min(patience, overrun.pauseLeft(now));
        nanos = deadline == FOREVER ? nanos : Math.min(deadline - now, nanos);
        if (patience <= 0) {
            full.giveUp();
        } else if (nanos <= 0) {
            return deadline == FOREVER || deadline - now > 0;
        } else if (Thread.currentThread().isInterrupted()) {
            return false;
        } else {
            pause(pressing, nanos);
        }
        return true;
    }

    private void pause(@Nullable Waiter known, long nanos) {
        lock.lock();
        try {
            pausing = true;
            if (pressing() == known) {
                lock.unlock();
                try {
                    LockSupport.parkNanos(this, nanos);
                } finally {
                    lock.lock();
                }
            }
            pausing = false;
        } finally {
            lock.unlock();
        }
    }

    private void heard() {
        lock.lock();
        try {
            keepAlive.heard(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /// Does what keepalive demands now.
    ///
    /// @return how long until it demands something again
    private long tick(long now) {
        KeepAlive.Action action;
        long next;
        lock.lock();
        try {
            if (!keepAlive.isActive()) {
                return FOREVER;
            }
            action = keepAlive.tick(now);
            next = keepAlive.deadline() - now;
        } finally {
            lock.unlock();
        }
        switch (action) {
            case WAIT -> {}
            case PING -> ping();
            case DROP -> client.keepAliveTimeout();
        }
        return next;
    }

    private void ping() {
        try {
            sender.sendEmpty(KeepAlive.ping());
        } catch (IOException e) {
            client.fail("Cannot write data", e);
        }
    }

    /// Starts pinging, or stops with an interval of 0.
    void startKeepAlive(int seconds, int count) {
        lock.lock();
        try {
            keepAlive.start(seconds, count, System.nanoTime());
        } finally {
            lock.unlock();
        }
        readInBackground();
        transport.wakeup();
    }

    /// Makes whoever reads look again: there is something to send, or a stream has room.
    void wakeHolder() {
        lock.lock();
        try {
            if (holder != null && holder != Thread.currentThread()) {
                transport.wakeup();
                LockSupport.unpark(holder);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The connection has ended: nobody waits any more.
    void end() {
        lock.lock();
        try {
            for (Waiter waiter : waiters) {
                waiter.finish();
            }
            LockSupport.unpark(holder);
            LockSupport.unpark(background);
        } finally {
            lock.unlock();
        }
    }

    /// From now on somebody reads also while nobody waits.
    void readInBackground() {
        lock.lock();
        try {
            if (background == null) {
                // A platform thread: waiting in a selector would hold on to a virtual thread's
                // carrier.
                background =
                        Thread.ofPlatform().daemon().name("jvirt-rpc").start(this::runInBackground);
            }
        } finally {
            lock.unlock();
        }
    }

    private void runInBackground() {
        while (!client.hasEnded()) {
            lock.lock();
            try {
                if (holder == null && noneWaits()) {
                    readForOthers();
                    handOn();
                } else {
                    backgroundIdle = true;
                    park(FOREVER);
                    backgroundIdle = false;
                }
            } finally {
                lock.unlock();
            }
            LockSupport.parkNanos(this, STAND_BACK_NANOS);
        }
    }

    private boolean noneWaits() {
        for (Waiter waiter : waiters) {
            if (!waiter.isDone()) {
                return false;
            }
        }
        return true;
    }

    /// Reads until somebody's wait is over.
    private void readForOthers() {
        holder = Thread.currentThread();
        lock.unlock();
        try {
            Receiver.Step step = Receiver.Step.NOTHING;
            while (step != Receiver.Step.COMPLETED && !client.hasEnded()) {
                ClientStream full = conversation.fullStream();
                if (full != null && !overrun.mayRead(full, pressing(), System.nanoTime())) {
                    waitForReader(full, FOREVER);
                    continue;
                }
                step = receive();
                if (step == Receiver.Step.NOTHING) {
                    waitForData(null, FOREVER);
                }
            }
        } finally {
            lock.lock();
            holder = null;
        }
    }
}
