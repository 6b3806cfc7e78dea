package dev.jvirt.tests.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Something that clients do to harm others.
public enum Attack {
    NONE("nobody else"),
    IDLE("4000 connections that do nothing"),
    SLOW("1000 connections that send one byte after the other"),
    LOGINS("4 connections that ask in a loop how to log in"),
    VISITS("4 threads that connect and leave in a loop"),
    UNREAD("100 connections that ask for much and read nothing");

    private static final int AUTH_LIST = 66;
    private static final int CAPABILITIES = 7;
    private static final int LONG_FRAME = 1 << 24;
    private static final int HEADER = 28;

    private final String what;

    Attack(String what) {
        this.what = what;
    }

    @Override
    public String toString() {
        return what;
    }

    /// Starts it.
    ///
    /// @return ends it
    public Running start(Path socket) throws IOException {
        var running = new Running();
        switch (this) {
            case NONE -> {}
            case IDLE -> running.open(socket, 4000);
            case SLOW -> running.work(1, () -> trickle(running, running.open(socket, 1000)));
            case LOGINS -> running.work(4, () -> askToLogIn(running, socket));
            case VISITS -> running.work(4, () -> visit(running, socket));
            case UNREAD -> running.work(1, () -> demand(running, socket));
        }
        return running;
    }

    private static void trickle(Running running, List<RawClient> clients) throws IOException {
        var start = ByteBuffer.allocate(HEADER).putInt(LONG_FRAME).putInt(RawClient.REMOTE).clear();
        for (int at = 0; running.goesOn(); at++) {
            for (RawClient client : clients) {
                // Behind the header anything will do.
                int from = Math.min(at, HEADER - 1);
                client.send(start.duplicate().position(from).limit(from + 1));
            }
        }
    }

    private static void askToLogIn(Running running, Path socket) throws IOException {
        try (var client = RawClient.connect(socket)) {
            while (running.goesOn()) {
                client.call(AUTH_LIST);
            }
        }
    }

    private static void visit(Running running, Path socket) throws IOException {
        while (running.goesOn()) {
            RawClient.connect(socket).close();
        }
    }

    private static void demand(Running running, Path socket) throws IOException {
        var clients = running.open(socket, 100);
        var call = RawClient.frame(RawClient.REMOTE, 1, CAPABILITIES, 0, 1, 0);
        for (RawClient client : clients) {
            client.open("qemu:///system").channel().configureBlocking(false);
        }
        while (running.goesOn()) {
            for (RawClient client : clients) {
                client.channel().write(call.rewind());
            }
        }
    }

    /// An attack that goes on until it is closed.
    public static final class Running implements AutoCloseable {
        private final List<RawClient> clients = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean ended;

        /// Part of the work of an attacker.
        private interface Work {
            void run() throws IOException;
        }

        private boolean goesOn() {
            return !ended;
        }

        private synchronized List<RawClient> open(Path socket, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                clients.add(RawClient.connect(socket));
            }
            return clients;
        }

        private void work(int count, Work work) {
            for (int i = 0; i < count; i++) {
                threads.add(Thread.ofPlatform().start(() -> attempt(work)));
            }
        }

        private void attempt(Work work) {
            while (!ended) {
                try {
                    work.run();
                } catch (IOException refused) {
                    // the daemon has had enough of it; once more
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void close() throws IOException {
            ended = true;
            for (Thread thread : threads) {
                join(thread);
            }
            for (RawClient client : clients) {
                client.close();
            }
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
