package dev.jvirt.qemu.monitor;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The conversation with one QEMU.
///
/// Commands may be sent before QEMU has even greeted: what is asked waits in the socket, so that a
/// start needs no round trip for each. A command whose deadline passes stays known: its late answer
/// is dropped, and as long as it has not come nothing else is sent, because QEMU would do all of it
/// once it lives again.
///
/// What was asked is guarded by [#lock].
public final class Monitor implements AutoCloseable {
    /// How long a caller waits for QEMU to answer a command that somebody else gave up on.
    private static final Duration LATE_ANSWER = Duration.ofSeconds(5);

    private final String domain;
    private final Duration deadline;
    private final MonitorListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<MonitorBatch> asked = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private long lastId;
    private volatile boolean closed;
    private @Nullable MonitorChannel channel;

    Monitor(String domain, Duration deadline, MonitorListener listener) {
        this.domain = domain;
        this.deadline = deadline;
        this.listener = listener;
    }

    void attach(MonitorChannel connected) {
        channel = connected;
    }

    /// Sends a command and waits for its answer.
    ///
    /// @param holder the API call that asks, named to whoever has to wait for it
    /// @throws LibvirtException OPERATION_TIMEOUT if QEMU does not answer in time, INTERNAL_ERROR
    /// if it refuses or is gone
    public JsonValue execute(String holder, MonitorCommand command) {
        return execute(holder, List.of(command)).getFirst().value();
    }

    /// Sends commands all at once and waits for all their answers, which are in the same order.
    ///
    /// @throws LibvirtException OPERATION_TIMEOUT if QEMU does not answer in time, INTERNAL_ERROR
    /// if it is gone
    public List<MonitorReply> execute(String holder, List<MonitorCommand> commands) {
        return execute(holder, commands, deadline);
    }

    /// The same for commands that may take another time than usual.
    public List<MonitorReply> execute(
            String holder, List<MonitorCommand> commands, Duration timeout) {
        awaitLateAnswers();
        MonitorBatch batch = send(holder, commands);
        try {
            return await(batch, timeout);
        } catch (TimeoutException silence) {
            throw new LibvirtException(
                    ErrorCode.OPERATION_TIMEOUT,
                    "QEMU of domain '%s' did not answer the monitor command '%s' within %d seconds (held by monitor=%s)"
                            .formatted(domain, unanswered(batch), timeout.toSeconds(), holder),
                    silence);
        }
    }

    /// Sends commands without waiting. The answers come whenever QEMU gives them, on the thread
    /// that reads all monitors; an error means that QEMU is gone.
    public CompletableFuture<List<MonitorReply>> submit(
            String holder, List<MonitorCommand> commands) {
        return send(holder, commands).done();
    }

    private void awaitLateAnswers() {
        MonitorBatch late = lastAsked();
        if (late == null) {
            return;
        }
        try {
            await(late, LATE_ANSWER.compareTo(deadline) < 0 ? LATE_ANSWER : deadline);
        } catch (TimeoutException silence) {
            throw new LibvirtException(
                    ErrorCode.OPERATION_TIMEOUT,
                    "cannot acquire state change lock (held by monitor=%s)"
                            .formatted(late.holder()),
                    silence);
        }
    }

    private @Nullable MonitorBatch lastAsked() {
        lock.lock();
        try {
            return asked.peekLast();
        } finally {
            lock.unlock();
        }
    }

    private String unanswered(MonitorBatch batch) {
        lock.lock();
        try {
            return batch.unanswered();
        } finally {
            lock.unlock();
        }
    }

    private MonitorBatch send(String holder, List<MonitorCommand> commands) {
        lock.lock();
        try {
            if (closed || end.getCount() == 0 || channel == null) {
                throw gone(null);
            }
            var batch = new MonitorBatch(holder, lastId + 1, commands);
            lastId += commands.size();
            asked.add(batch);
            channel.send(batch.text());
            return batch;
        } catch (IOException failure) {
            throw gone(failure); // the loop finds the end, too, and tells it
        } finally {
            lock.unlock();
        }
    }

    private List<MonitorReply> await(MonitorBatch batch, Duration timeout) throws TimeoutException {
        try {
            return batch.done().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw gone(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LibvirtException(
                    ErrorCode.OPERATION_ABORTED,
                    "interrupted while waiting for the monitor",
                    interrupted);
        }
    }

    private LibvirtException gone(@Nullable Throwable cause) {
        return new LibvirtException(
                ErrorCode.INTERNAL_ERROR,
                "End of file from qemu monitor (vm='%s')".formatted(domain),
                cause);
    }

    /// Waits until QEMU has ended the conversation.
    ///
    /// @return whether it did so in time
    public boolean awaitEnd(Duration timeout) {
        try {
            return end.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A line of QEMU: an answer, an event or its greeting. Called by the loop.
    void received(String line) {
        if (line.isBlank() || closed) {
            return;
        }
        switch (MonitorMessage.parse(line)) {
            case MonitorMessage.Answer answer -> answer(answer);
            case MonitorMessage.Event event -> listener.event(event.event());
            case MonitorMessage.Greeting _ -> {} // says which QEMU this is, as its capabilities do
        }
    }

    private void answer(MonitorMessage.Answer answer) {
        MonitorBatch complete = null;
        lock.lock();
        try {
            for (MonitorBatch batch : asked) {
                if (batch.take(answer)) {
                    complete = batch;
                    break;
                }
            }
            if (complete != null) {
                asked.remove(complete);
            }
        } finally {
            lock.unlock();
        }
        if (complete != null) {
            complete.done().complete(complete.replies());
        }
    }

    /// QEMU is gone. Called by the loop.
    void ended() {
        if (!closed) {
            listener.closed();
        }
        end.countDown();
        dropQuestions();
    }

    private void dropQuestions() {
        List<MonitorBatch> dropped;
        lock.lock();
        try {
            dropped = List.copyOf(asked);
            asked.clear();
        } finally {
            lock.unlock();
        }
        for (MonitorBatch batch : dropped) {
            batch.done().completeExceptionally(gone(null));
        }
    }

    /// Ends the conversation; whoever waits for an answer gets an error.
    @Override
    public void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
        end.countDown();
        dropQuestions();
    }
}
