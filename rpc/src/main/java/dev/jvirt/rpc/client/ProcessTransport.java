package dev.jvirt.rpc.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;

/// The standard input and output of a program that brings the bytes to the server, as `ssh` does.
///
/// The JDK can only wait for its own pipes, not for those of a process; threads copy between them.
/// What the program says on its standard error is the reason that a user is told when it ends.
public final class ProcessTransport implements Transport {
    private static final int CHUNK = 64 << 10;

    private final Process process;
    private final Pipe toServer;
    private final Pipe fromServer;
    private final Readiness readiness;
    private final Complaints complaints;
    private volatile boolean heard;

    private ProcessTransport(Process process, Pipe toServer, Pipe fromServer) throws IOException {
        this.process = process;
        this.toServer = toServer;
        this.fromServer = fromServer;
        this.readiness = new Readiness(fromServer.source(), toServer.sink());
        this.complaints = new Complaints(process.getErrorStream());
    }

    /// Starts a program.
    ///
    /// @param command the program and its arguments
    /// @throws IOException if it cannot be started
    public static ProcessTransport start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        try {
            var transport = new ProcessTransport(process, Pipe.open(), Pipe.open());
            transport.copy();
            return transport;
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void copy() {
        complaints.listen();
        daemon("input", this::copyToServer);
        daemon("output", this::copyFromServer);
    }

    private void daemon(String what, Runnable copying) {
        Thread.ofPlatform()
                .daemon()
                .name("jvirt-%s-%d".formatted(what, process.pid()))
                .start(copying);
    }

    /// Once the program takes nothing more the rest is thrown away: its end is told by reading,
    /// together with the reason.
    private void copyToServer() {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (ReadableByteChannel source = toServer.source()) {
            try (OutputStream input = process.getOutputStream()) {
                while (source.read(chunk.clear()) >= 0) {
                    input.write(chunk.array(), 0, chunk.position());
                    input.flush();
                }
            } catch (IOException ended) {
                drain(source, chunk);
            }
        } catch (IOException closed) {
            // By this side, which is not interested any more.
            return;
        }
    }

    private static void drain(ReadableByteChannel source, ByteBuffer chunk) throws IOException {
        int count;
        do {
            count = source.read(chunk.clear());
        } while (count >= 0);
    }

    private void copyFromServer() {
        byte[] chunk = new byte[CHUNK];
        try (WritableByteChannel sink = fromServer.sink();
                InputStream output = process.getInputStream()) {
            for (int count = output.read(chunk); count >= 0; count = output.read(chunk)) {
                for (ByteBuffer rest = ByteBuffer.wrap(chunk, 0, count); rest.hasRemaining(); ) {
                    sink.write(rest);
                }
            }
            complaints.awaitEnd();
        } catch (IOException closed) {
            // By this side, or the program has been killed: the reader sees the end.
            return;
        }
    }

    /// @throws IOException with what the program has said, if it ended without a proper answer
    @Override
    public int read(ByteBuffer into) throws IOException {
        int count;
        try {
            count = fromServer.source().read(into);
        } catch (ClosedChannelException e) {
            throw new IOException("Bad file descriptor", e);
        }
        if (count > 0) {
            heard = true;
        } else if (count < 0 && (!heard || !complaints.text().isEmpty())) {
            throw new IOException(complaints.text() + ": Connection reset by peer");
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return toServer.sink().write(from);
    }

    @Override
    public void await(boolean forWriting, long nanos) throws IOException {
        readiness.await(forWriting, nanos);
    }

    @Override
    public void wakeup() {
        readiness.wakeup();
    }

    /// What the program does with the data is its own affair; libvirt calls this secure.
    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void close() {
        // The copying threads close the other ends, and see the end of the program.
        try (var _ = toServer.sink();
                var _ = fromServer.source()) {
            readiness.close();
        } catch (IOException e) {
            // The connection is gone either way, and nobody could act on it.
            return;
        } finally {
            process.destroy();
        }
    }

    /// The beginning of what a program says on its standard error.
    private static final class Complaints implements Runnable {
        private static final int LIMIT = 1024;
        private static final Duration PATIENCE = Duration.ofSeconds(1);

        private final InputStream error;
        private final Thread listener;
        private volatile String text = "";

        Complaints(InputStream error) {
            this.error = error;
            this.listener = Thread.ofPlatform().daemon().name("jvirt-complaints").unstarted(this);
        }

        void listen() {
            listener.start();
        }

        @Override
        public void run() {
            byte[] said = new byte[LIMIT];
            int length = 0;
            try (error) {
                while (length < LIMIT) {
                    int count = error.read(said, length, LIMIT - length);
                    if (count < 0) {
                        return;
                    }
                    length += count;
                    text = new String(said, 0, length, Charset.defaultCharset()).strip();
                }
                error.transferTo(OutputStream.nullOutputStream());
            } catch (IOException killed) {
                // There is nothing more to hear.
                return;
            }
        }

        String text() {
            return text;
        }

        /// Whoever is told of the end wants the reason with it. A child of the program may keep
        /// its standard error for longer than anybody wants to wait.
        void awaitEnd() {
            try {
                listener.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
