package dev.jvirt.rpc.server;

import static dev.jvirt.rpc.server.IntCodec.INT;
import static dev.jvirt.rpc.server.TestService.ECHO;
import static dev.jvirt.rpc.server.TestService.PROGRAM;
import static dev.jvirt.rpc.server.TestService.STREAM;
import static dev.jvirt.rpc.server.TestService.STREAM_FAIL;
import static dev.jvirt.rpc.server.TestService.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.ClientStream;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Streams, both ends together.
@Timeout(30)
final class ServerStreamTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private TestServer server;
    private RpcClient client;

    @SuppressWarnings("NullAway.Init")
    ServerStreamTest() {}

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private ClientStream open() {
        return client.openStream(PROGRAM, VERSION, STREAM, XdrCodec.NOTHING, nothing(), INT_NONE);
    }

    private static final XdrCodec<Void> INT_NONE = XdrCodec.NOTHING;

    @SuppressWarnings("NullAway") // Void has no value but null
    private static Void nothing() {
        return null;
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 1000);
        }
        return bytes;
    }

    private static byte[] readAll(ClientStream stream, int most) {
        var buffer = ByteBuffer.allocate(most);
        while (stream.read(buffer) >= 0) {
            assertThat(buffer.hasRemaining()).isTrue();
        }
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /// Takes everything until the client finishes or aborts, and confirms that.
    private static CompletableFuture<byte[]> receiveAll(ServerStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var bytes = new java.io.ByteArrayOutputStream();
                    while (true) {
                        switch (stream.receive()) {
                            case StreamPacket.Data data -> {
                                while (data.bytes().hasRemaining()) {
                                    bytes.write(data.bytes().get());
                                }
                                data.release();
                            }
                            case StreamPacket.Hole hole -> bytes.write((int) hole.length());
                            case StreamPacket.Finish finish -> {
                                stream.confirm();
                                return bytes.toByteArray();
                            }
                            case StreamPacket.Abort abort -> {
                                stream.confirm();
                                return new byte[] {-1};
                            }
                            case StreamPacket.Closed closed -> {
                                return new byte[] {-2};
                            }
                        }
                    }
                },
                THREADS);
    }

    @Test
    void dataOfTheDaemonArriveWithTheirEnd() throws Exception {
        byte[] data = pattern(3_000_000);
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        CompletableFuture<byte[]> ending = receiveAll(other);
        Thread sender =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    other.send(ByteBuffer.wrap(data));
                                    other.sendEnd();
                                });

        assertThat(readAll(stream, data.length + 1)).isEqualTo(data);
        stream.finish();

        assertThat(ending.get()).isEmpty();
        assertThat(other.isClosed()).isTrue();
        sender.join();
    }

    @Test
    void dataOfTheClientArriveBeforeItsFinish() throws Exception {
        byte[] data = pattern(3_000_000);
        ClientStream stream = open();
        CompletableFuture<byte[]> received = receiveAll(server.service().streams.take());

        stream.write(ByteBuffer.wrap(data));
        stream.finish();

        assertThat(received.get()).isEqualTo(data);
        assertThatThrownBy(() -> stream.write(ByteBuffer.allocate(1)))
                .hasMessage("operation failed: stream is closed");
    }

    @Test
    void packetsStayBelowWhatOldPeersTake() throws Exception {
        try (RawClient raw = server.connectRaw()) {
            raw.send(RawClient.call(STREAM, 3));
            raw.receive();
            ServerStream stream = server.service().streams.take();
            Thread.ofVirtual().start(() -> stream.send(ByteBuffer.allocate(600_000)));

            FrameHeader expected =
                    RawClient.call(STREAM, 3).with(MessageType.STREAM, MessageStatus.CONTINUE);
            for (int length : new int[] {262_120, 262_120, 600_000 - 2 * 262_120}) {
                Frame packet = raw.receive();
                assertThat(packet.header()).isEqualTo(expected);
                assertThat(packet.length()).isEqualTo(length);
            }
        }
    }

    @Test
    void theDaemonsErrorIsThrownByReadAndByFinish() throws Exception {
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        RpcError error = RpcError.internal("disk on fire");

        other.fail(error);

        RpcException read =
                catchThrowableOfType(RpcException.class, () -> stream.read(ByteBuffer.allocate(1)));
        assertThat(read.error()).isEqualTo(error);
        assertThatThrownBy(stream::finish).hasMessage("internal error: disk on fire");
        assertThat(other.send(ByteBuffer.allocate(1))).isFalse();
        assertThat(client.call(PROGRAM, VERSION, ECHO, INT, 3, INT)).isEqualTo(3);
    }

    @Test
    void dataBeforeAnErrorAreStillRead() throws Exception {
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        other.send(ByteBuffer.wrap(pattern(10)));
        other.fail(RpcError.internal("disk on fire"));

        assertThat(stream.read(ByteBuffer.allocate(10))).isEqualTo(10);
        assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(10)))
                .hasMessage("internal error: disk on fire");
    }

    @Test
    void abortIsConfirmedWithOkAndWakesTheReader() throws Exception {
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        CompletableFuture<byte[]> ending = receiveAll(other);
        var failure = new CompletableFuture<Throwable>();
        Thread.ofPlatform()
                .start(
                        () ->
                                failure.complete(
                                        org.assertj.core.api.Assertions.catchThrowable(
                                                () -> stream.read(ByteBuffer.allocate(1)))));

        stream.abort();

        assertThat(ending.get()).containsExactly(-1);
        // Whether it already waited or came too late.
        assertThat(failure.get())
                .hasMessageMatching(
                        "operation failed: stream (aborted by another thread|is closed)");
    }

    @Test
    void aStreamWhoseCallFailsNeverOpens() throws Exception {
        assertThatThrownBy(
                        () ->
                                client.openStream(
                                        PROGRAM,
                                        VERSION,
                                        STREAM_FAIL,
                                        XdrCodec.NOTHING,
                                        nothing(),
                                        INT_NONE))
                .hasMessage("internal error: no stream today");
        ServerStream other = server.service().streams.take();

        assertThat(other.receive()).isInstanceOf(StreamPacket.Closed.class);
        assertThat(other.send(ByteBuffer.allocate(1))).isFalse();
    }

    @Test
    void theEndOfTheConnectionEndsItsStreams() throws Exception {
        open();
        ServerStream other = server.service().streams.take();

        client.close();

        assertThat(other.receive()).isInstanceOf(StreamPacket.Closed.class);
        assertThat(other.sendEnd()).isFalse();
    }

    @Test
    void theEndOfTheServerEndsAReader() throws Exception {
        ClientStream stream = open();
        server.service().streams.take();
        Thread.ofVirtual().start(() -> server.server().close());

        RpcException ended =
                catchThrowableOfType(RpcException.class, () -> stream.read(ByteBuffer.allocate(1)));

        assertThat(ended.error().code()).isEqualTo(38);
    }

    @Test
    void aDaemonThatDoesNotTakeDataMakesTheWriterWaitAndNotOthers() throws Exception {
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        Thread writer =
                Thread.ofPlatform().start(() -> stream.write(ByteBuffer.wrap(new byte[20 << 20])));
        try (RpcClient second = server.connect()) {
            for (int i = 0; i < 100; i++) {
                assertThat(second.call(PROGRAM, VERSION, ECHO, INT, i, INT)).isEqualTo(i);
            }
        }
        assertThat(writer.isAlive()).isTrue();

        CompletableFuture<byte[]> received = receiveAll(other);
        writer.join();
        stream.finish();

        assertThat(received.get()).hasSize(20 << 20);
    }

    @Test
    void holesArrive() throws Exception {
        try (RawClient raw = server.connectRaw()) {
            FrameHeader call = RawClient.call(STREAM, 3);
            raw.send(call);
            raw.receive();
            CompletableFuture<byte[]> received = receiveAll(server.service().streams.take());
            raw.send(call.with(MessageType.STREAM_HOLE, MessageStatus.CONTINUE), 0, 7, 0);
            raw.send(call.with(MessageType.STREAM, MessageStatus.OK));

            assertThat(raw.receive().header())
                    .isEqualTo(call.with(MessageType.STREAM, MessageStatus.OK));
            assertThat(received.get()).containsExactly(7);
        }
    }

    @Test
    void packetsAfterTheEndAreDropped() throws Exception {
        try (RawClient raw = server.connectRaw()) {
            FrameHeader call = RawClient.call(STREAM, 3);
            raw.send(call);
            raw.receive();
            CompletableFuture<byte[]> received = receiveAll(server.service().streams.take());
            raw.send(call.with(MessageType.STREAM, MessageStatus.ERROR));
            assertThat(raw.receive().header().status()).isEqualTo(MessageStatus.OK);
            assertThat(received.get()).containsExactly(-1);

            raw.send(call.with(MessageType.STREAM, MessageStatus.CONTINUE), 1);
            raw.send(call.with(MessageType.STREAM, MessageStatus.OK));
            raw.send(RawClient.call(ECHO, 4), 5);

            assertThat(raw.receive().header().serial()).isEqualTo(4);
        }
    }

    @Test
    void aStalledDriverKeepsSomeMegabytesAndDelaysNoCall() throws Exception {
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        byte[] data = pattern(3 << 20);

        stream.write(ByteBuffer.wrap(data));
        for (int i = 0; i < 20; i++) {
            assertThat(client.call(PROGRAM, VERSION, ECHO, INT, i, INT)).isEqualTo(i);
        }
        assertThat(client.call(PROGRAM, VERSION, TestService.ECHO_THREAD, INT, 7, INT))
                .isEqualTo(7);
        CompletableFuture<byte[]> received = receiveAll(other);
        stream.finish();

        assertThat(received.get()).isEqualTo(data);
    }

    @Test
    void noMoreThanSomeMegabytesAreUnderWayToADriver() throws Exception {
        int most = 40 << 20;
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        var sent = new AtomicInteger();
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    var packet = ByteBuffer.allocateDirect(200_000);
                                    while (sent.addAndGet(packet.capacity()) < most) {
                                        stream.write(packet.clear());
                                    }
                                });

        for (int taken = 0; taken < most - (1 << 20); ) {
            taken += ((StreamPacket.Data) other.receive()).bytes().remaining();
            assertThat(sent.get() - taken).isLessThan(6 << 20);
        }
        writer.join();
    }

    @Test
    void aStalledReaderDelaysNoCall() throws Exception {
        ClientStream stream = open();
        ServerStream other = server.service().streams.take();
        Thread sender = Thread.ofVirtual().start(() -> sendWithoutEnd(other));

        for (int i = 0; i < 40; i++) {
            long start = System.nanoTime();
            assertThat(client.call(PROGRAM, VERSION, TestService.ECHO_THREAD, INT, i, INT))
                    .isEqualTo(i);
            assertThat(System.nanoTime() - start).isLessThan(900_000_000L);
        }
        client.close();

        sender.join();
        assertThatThrownBy(stream::finish).hasMessage("internal error: client socket is closed");
    }

    private static void sendWithoutEnd(ServerStream stream) {
        var data = ByteBuffer.allocateDirect(1 << 20);
        boolean wanted = true;
        while (wanted) {
            wanted = stream.send(data.clear());
        }
    }
}
