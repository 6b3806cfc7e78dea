package dev.jvirt.rpc.server;

import dev.jvirt.rpc.SocketReading;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One thread that reads many sockets. It waits for nothing but them; whatever else must happen on
/// its thread is given to it as a task.
final class ReaderLoop {
    private static final long MILLISECOND = 1_000_000;

    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final XdrWriter out = new XdrWriter();
    private final SocketReading reading;
    private long now = System.nanoTime();
    private volatile boolean stopped;

    /// What a key belongs to.
    interface Selected {
        void selected(SelectionKey key);
    }

    private record Timer(long at, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.compare(at - other.at, 0);
        }
    }

    ReaderLoop(String name, SocketReading reading) throws IOException {
        this.reading = reading;
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// When the present turn began, in [System#nanoTime].
    long now() {
        return now;
    }

    /// Where the replies of the connection that has its turn are collected.
    XdrWriter out() {
        return out;
    }

    /// How its thread reads sockets.
    SocketReading reading() {
        return reading;
    }

    SelectionKey register(SelectableChannel channel, int operations, Selected selected)
            throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, selected);
    }

    /// Runs a task on this loop's thread, soon.
    void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /// Runs a task at that time. Called on this loop's thread.
    void schedule(long at, Runnable task) {
        timers.add(new Timer(at, task));
    }

    private void run() {
        while (!stopped) {
            try {
                select();
                now = System.nanoTime();
                runTimers();
                runTasks();
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // One connection's trouble must not end all others.
                System.getLogger("dev.jvirt.rpc.server")
                        .log(System.Logger.Level.ERROR, "a reader loop met trouble", e);
            }
        }
        closeSelector();
    }

    private void select() throws IOException {
        if (!tasks.isEmpty()) {
            selector.selectNow(this::ready);
            return;
        }
        Timer next = timers.peek();
        if (next == null) {
            selector.select(this::ready);
            return;
        }
        long left = next.at() - System.nanoTime();
        if (left <= 0) {
            selector.selectNow(this::ready);
        } else {
            selector.select(this::ready, left / MILLISECOND + 1);
        }
    }

    private void ready(SelectionKey key) {
        now = System.nanoTime();
        if (key.isValid() && key.attachment() instanceof Selected selected) {
            selected.selected(key);
        }
    }

    private void runTimers() {
        for (Timer next = timers.peek();
                next != null && next.at() - now <= 0;
                next = timers.peek()) {
            timers.remove();
            next.task().run();
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void closeSelector() {
        try {
            runTasks();
            selector.close();
        } catch (IOException | RuntimeException e) {
            System.getLogger("dev.jvirt.rpc.server")
                    .log(System.Logger.Level.DEBUG, "closing a selector failed", e);
        }
    }

    /// Ends the loop after the tasks that it has, and waits for it.
    void stop() throws InterruptedException {
        stopped = true;
        selector.wakeup();
        if (Thread.currentThread() != thread) {
            thread.join();
        }
    }
}
