package dev.jvirt.remote;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.protocol.remote.AuthCalls.AuthList;
import dev.jvirt.protocol.remote.AuthListReplyCodec;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectSupportsFeatureReplyCodec;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A daemon made of prepared answers, on a real unix socket. It serves one client after the other.
final class FakeDaemon implements AutoCloseable {
    static final int REPLY = 1;
    static final int MESSAGE = 2;
    static final int STREAM = 3;
    static final int STREAM_HOLE = 6;
    static final int OK = 0;
    static final int ERROR = 1;
    static final int CONTINUE = 2;

    private static final int STRING_MAX = 4_194_304;

    /// Writes the result of a call.
    interface Answer {
        void answer(XdrReader args, XdrWriter reply);
    }

    /// An error in place of a result.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int code;
        private final int domain;

        Refusal(int code, int domain, String message) {
            super(message);
            this.code = code;
            this.domain = domain;
        }
    }

    /// A packet of a stream that arrived; the status of a hole is its type.
    record Packet(int status, Opaque data) {}

    private final Path socket;
    private final ServerSocketChannel listener;
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
    private final List<Integer> calls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Packet> packets = new LinkedBlockingQueue<>();
    private volatile @Nullable SocketChannel client;
    private volatile int streamProcedure;
    private volatile int streamSerial;

    FakeDaemon(Path folder) throws IOException {
        this.socket = folder.resolve("libvirt-sock");
        this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        answer(66, AuthListReplyCodec.INSTANCE, new AuthList.Reply(List.of(0)));
        answer(60, ConnectSupportsFeatureReplyCodec.INSTANCE, new ConnectSupportsFeature.Reply(1));
        answer(1);
        answer(2);
        Thread.ofPlatform().daemon().name("fake-daemon").start(this::serve);
    }

    /// A connection to it through the remote driver.
    Connection connect() {
        return connect(uri());
    }

    /// A connection through the remote driver alone.
    static Connection connect(String uri) {
        return Connection.openAuth(
                new DriverTable(List.of(new RemoteDriver())),
                Optional.of(uri),
                Authenticator.none(),
                Flags.none());
    }

    String uri() {
        return "qemu:///system?socket=" + socket;
    }

    /// The numbers of the calls so far.
    List<Integer> calls() {
        return calls;
    }

    BlockingQueue<Packet> packets() {
        return packets;
    }

    void answer(int procedure) {
        answers.put(procedure, (args, reply) -> {});
    }

    <T> void answer(int procedure, XdrCodec<T> codec, T value) {
        answers.put(procedure, (args, reply) -> codec.write(reply, value));
    }

    void answer(int procedure, Answer answer) {
        answers.put(procedure, answer);
    }

    void refuse(int procedure, int code, int domain, String message) {
        answers.put(
                procedure,
                (args, reply) -> {
                    throw new Refusal(code, domain, message);
                });
    }

    <T> void sendEvent(int procedure, XdrCodec<T> codec, T value) {
        var payload = new XdrWriter();
        codec.write(payload, value);
        send(procedure, MESSAGE, 1, OK, payload.toByteArray());
    }

    /// Sends a packet of the stream that was opened last.
    void sendPacket(int status, byte[] data) {
        send(streamProcedure, STREAM, streamSerial, status, data);
    }

    /// Sends a hole in the stream that was opened last.
    void sendHole(long length) {
        var payload = new XdrWriter();
        payload.writeLong(length);
        payload.writeInt(0);
        send(streamProcedure, STREAM_HOLE, streamSerial, CONTINUE, payload.toByteArray());
    }

    /// Sends the error that ends the stream that was opened last.
    void failStream(int code, int domain, String message) {
        var payload = new XdrWriter();
        writeError(payload, new Refusal(code, domain, message));
        send(streamProcedure, STREAM, streamSerial, ERROR, payload.toByteArray());
    }

    void dropClient() throws IOException {
        Objects.requireNonNull(client).close();
    }

    private void serve() {
        while (listener.isOpen()) {
            try (SocketChannel accepted = listener.accept()) {
                client = accepted;
                var in = new DataInputStream(Channels.newInputStream(accepted));
                while (true) {
                    var frame = new byte[in.readInt() - 4];
                    in.readFully(frame);
                    accept(frame);
                }
            } catch (IOException e) {
                // The client, or the test, is done.
            }
        }
    }

    private void accept(byte[] frame) {
        var in = new XdrReader(frame, 0, frame.length);
        in.readInt();
        in.readInt();
        int procedure = in.readInt();
        int type = in.readInt();
        int serial = in.readInt();
        int status = in.readInt();
        if (type == STREAM || type == STREAM_HOLE) {
            int kind = type == STREAM ? status : STREAM_HOLE;
            packets.add(new Packet(kind, new Opaque(Arrays.copyOfRange(frame, 24, frame.length))));
            return;
        }
        calls.add(procedure);
        streamProcedure = procedure;
        streamSerial = serial;
        reply(procedure, serial, in);
    }

    private void reply(int procedure, int serial, XdrReader args) {
        var reply = new XdrWriter();
        int status = OK;
        try {
            Answer answer = answers.get(procedure);
            if (answer == null) {
                throw new Refusal(39, 7, "unknown procedure: " + procedure);
            }
            answer.answer(args, reply);
        } catch (Refusal e) {
            reply = new XdrWriter();
            writeError(reply, e);
            status = ERROR;
        }
        send(procedure, REPLY, serial, status, reply.toByteArray());
    }

    private static void writeError(XdrWriter out, Refusal refusal) {
        out.writeInt(refusal.code);
        out.writeInt(refusal.domain);
        out.writePresent(true);
        out.writeString(String.valueOf(refusal.getMessage()), STRING_MAX);
        out.writeInt(2);
        for (int absent = 0; absent < 4; absent++) {
            out.writePresent(false);
        }
        out.writeInt(0);
        out.writeInt(0);
        out.writePresent(false);
    }

    private synchronized void send(
            int procedure, int type, int serial, int status, byte[] payload) {
        var frame = ByteBuffer.allocate(28 + payload.length);
        frame.putInt(28 + payload.length).putInt(Program.REMOTE.number()).putInt(1);
        frame.putInt(procedure).putInt(type).putInt(serial).putInt(status).put(payload).flip();
        try {
            while (frame.hasRemaining()) {
                Objects.requireNonNull(client).write(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        SocketChannel last = client;
        if (last != null) {
            last.close();
        }
    }
}
