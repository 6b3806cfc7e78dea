package dev.jvirt.rpc.client;

import static dev.jvirt.rpc.server.IntCodec.INT;
import static dev.jvirt.rpc.server.TestService.PROGRAM;
import static dev.jvirt.rpc.server.TestService.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.server.RawClient;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Streams against a server that does what a real one should not.
@Timeout(30)
final class ClientStreamTest {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);
    private static final FrameHeader CALL = RawClient.call(9, 0);
    private static final FrameHeader DATA = CALL.with(MessageType.STREAM, MessageStatus.CONTINUE);

    private static CompletableFuture<ClientStream> open(FakeServer server) throws IOException {
        CompletableFuture<ClientStream> opening =
                CompletableFuture.supplyAsync(
                        () -> server.client().openStream(PROGRAM, VERSION, 9, INT, 1, INT),
                        THREADS);
        server.receive();
        return opening;
    }

    private static byte[] packet(int length) {
        var out = new XdrWriter();
        int start = Frames.begin(out, DATA);
        out.writeRaw(new byte[length], 0, length);
        Frames.end(out, start);
        return out.toByteArray();
    }

    @Test
    void dataRightBehindTheReplyAreNotLost() throws Exception {
        try (var server = new FakeServer()) {
            CompletableFuture<ClientStream> opening = open(server);
            byte[] reply = RawClient.frame(CALL.with(MessageType.REPLY, MessageStatus.OK), 1);
            byte[] data = RawClient.frame(DATA, 0x01020304);
            byte[] both = new byte[reply.length + data.length];
            System.arraycopy(reply, 0, both, 0, reply.length);
            System.arraycopy(data, 0, both, reply.length, data.length);
            server.sendRaw(both);

            var buffer = ByteBuffer.allocate(10);
            assertThat(opening.get().read(buffer)).isEqualTo(4);
            assertThat(buffer.getInt(0)).isEqualTo(0x01020304);
        }
    }

    @Test
    void dataBetweenAbortAndItsConfirmationAreDropped() throws Exception {
        try (var server = new FakeServer()) {
            CompletableFuture<ClientStream> opening = open(server);
            server.send(CALL.with(MessageType.REPLY, MessageStatus.OK), 1);
            ClientStream stream = opening.get();
            CompletableFuture<Void> aborting = CompletableFuture.runAsync(stream::abort, THREADS);
            assertThat(server.receive().header())
                    .isEqualTo(CALL.with(MessageType.STREAM, MessageStatus.ERROR));
            server.send(DATA, 1);
            server.send(CALL.with(MessageType.STREAM, MessageStatus.OK));

            aborting.get();
            assertThat(server.client().isOpen()).isTrue();
        }
    }

    @Test
    void aHoleThatNobodyAskedForFailsTheStream() throws Exception {
        try (var server = new FakeServer()) {
            CompletableFuture<ClientStream> opening = open(server);
            server.send(CALL.with(MessageType.REPLY, MessageStatus.OK), 1);
            ClientStream stream = opening.get();
            server.send(CALL.with(MessageType.STREAM_HOLE, MessageStatus.CONTINUE), 0, 5, 0);

            assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(1)))
                    .hasMessage("Unexpected stream hole");
        }
    }

    @Test
    void aFullStreamIsReadNoFurtherUntilItsReaderCatchesUp() throws Exception {
        var limits = new ClientLimits(1 << 20, Duration.ofHours(1).toNanos(), 1 << 20);
        try (var server = new FakeServer(limits)) {
            CompletableFuture<ClientStream> opening = open(server);
            server.send(CALL.with(MessageType.REPLY, MessageStatus.OK), 1);
            ClientStream stream = opening.get();
            int packets = 40;
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> flood(server, packets), THREADS);
            CompletableFuture<Integer> call =
                    CompletableFuture.supplyAsync(
                            () -> server.client().call(PROGRAM, VERSION, 1, INT, 5, INT), THREADS);
            server.receive();

            var buffer = ByteBuffer.allocate(packets * 200_000);
            while (buffer.hasRemaining()) {
                stream.read(buffer);
            }
            sending.get();
            server.send(RawClient.call(1, 1).with(MessageType.REPLY, MessageStatus.OK), 6);

            assertThat(call.get()).isEqualTo(6);
        }
    }

    private static void flood(FakeServer server, int packets) {
        try {
            for (int i = 0; i < packets; i++) {
                server.sendRaw(packet(200_000));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFullStreamThatNobodyReadsIsGivenUp() throws Exception {
        var limits = new ClientLimits(1 << 20, Duration.ofMillis(20).toNanos(), 1 << 20);
        try (var server = new FakeServer(limits)) {
            CompletableFuture<ClientStream> opening = open(server);
            server.send(CALL.with(MessageType.REPLY, MessageStatus.OK), 1);
            ClientStream stream = opening.get();
            CompletableFuture<Integer> call =
                    CompletableFuture.supplyAsync(
                            () -> server.client().call(PROGRAM, VERSION, 1, INT, 5, INT), THREADS);
            server.receive();
            flood(server, 40);
            server.send(RawClient.call(1, 1).with(MessageType.REPLY, MessageStatus.OK), 6);

            assertThat(call.get()).isEqualTo(6);
            assertThat(server.receive().header())
                    .isEqualTo(CALL.with(MessageType.STREAM, MessageStatus.ERROR));
            assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(1)))
                    .hasMessageContaining("its data were not read");
        }
    }

    private static ClientStream opened(FakeServer server) throws Exception {
        CompletableFuture<ClientStream> opening = open(server);
        server.send(CALL.with(MessageType.REPLY, MessageStatus.OK), 1);
        return opening.get();
    }

    private static final FrameHeader HOLE =
            CALL.with(MessageType.STREAM_HOLE, MessageStatus.CONTINUE);

    @Test
    void readingStopsAtAHole() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);
            stream.allowHoles();
            server.send(DATA, 1);
            server.send(HOLE, 0, 5, 0);
            server.send(DATA, 2);
            server.send(DATA);

            var buffer = ByteBuffer.allocate(10);
            assertThat(stream.takeHole()).isZero();
            assertThat(stream.read(buffer)).isEqualTo(4);
            assertThat(stream.read(buffer)).isEqualTo(ClientStream.HOLE);
            assertThat(stream.takeHole()).isEqualTo(5);
            assertThat(stream.read(buffer)).isEqualTo(4);
            assertThat(stream.read(buffer)).isEqualTo(ClientStream.END);
            assertThat(stream.read(buffer)).isEqualTo(ClientStream.END);
        }
    }

    @Test
    void holesAreForStreamsThatAskedForThem() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);

            assertThatThrownBy(() -> stream.writeHole(5))
                    .hasMessage(
                            "Requested operation is not valid: Skipping is not supported with this"
                                    + " stream");
            assertThatThrownBy(stream::takeHole)
                    .hasMessage(
                            "Requested operation is not valid: Holes are not supported with this"
                                    + " stream");
            stream.allowHoles();
            stream.writeHole(5);
            assertThat(server.receive().header()).isEqualTo(HOLE);
        }
    }

    @Test
    void brokenHolesFailTheStream() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);
            stream.allowHoles();
            server.send(HOLE, 1);

            assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(1)))
                    .hasMessage("Malformed stream hole packet");
            assertThatThrownBy(stream::finish).hasMessage("Malformed stream hole packet");
            assertThatThrownBy(stream::finish).hasMessage("Malformed stream hole packet");
        }
    }

    @Test
    void readingNowNeverWaits() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);
            var buffer = ByteBuffer.allocate(10);
            assertThat(stream.readNow(buffer)).isZero();

            server.send(DATA, 1);
            assertThat(stream.await(ClientStream.READABLE)).isEqualTo(ClientStream.READABLE);

            assertThat(stream.readNow(buffer)).isEqualTo(4);
            assertThat(stream.readNow(buffer)).isZero();
            server.send(DATA, 2);
            // A unix socket has at once what was written to it.
            assertThat(stream.readNow(buffer)).isEqualTo(4);
            server.send(DATA);
            assertThat(stream.await(ClientStream.READABLE | ClientStream.HANGUP))
                    .isEqualTo(ClientStream.READABLE | ClientStream.HANGUP);
            assertThat(stream.readNow(buffer)).isEqualTo(ClientStream.END);
        }
    }

    @Test
    void writingNowTakesWhatHasRoom() throws Exception {
        var limits = new ClientLimits(1 << 20, Duration.ofHours(1).toNanos(), 1 << 20);
        try (var server = new FakeServer(limits)) {
            ClientStream stream = opened(server);
            assertThat(stream.await(ClientStream.WRITABLE)).isEqualTo(ClientStream.WRITABLE);
            var data = ByteBuffer.allocate(16 << 20);

            int taken = stream.writeNow(data);
            assertThat(taken).isBetween(1 << 20, 4 << 20).isEqualTo(data.position());
            assertThat(stream.writeNow(data)).isZero();

            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(
                            () -> stream.await(ClientStream.WRITABLE), THREADS);
            for (int left = taken; left > 0; ) {
                left -= server.receive().length();
            }
            assertThat(waiting.get()).isEqualTo(ClientStream.WRITABLE);
        }
    }

    @Test
    void aWakeupEndsTheWaitForEvents() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(
                            () -> stream.await(ClientStream.READABLE), THREADS);
            stream.wakeup();
            assertThat(waiting.get()).isZero();

            CompletableFuture<Integer> nothing =
                    CompletableFuture.supplyAsync(() -> stream.await(0), THREADS);
            stream.wakeup();
            assertThat(nothing.get()).isZero();
        }
    }

    @Test
    void theEndOfTheConnectionIsEveryEvent() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(() -> stream.await(ClientStream.FAILED), THREADS);

            server.client().close();

            assertThat(waiting.get()).isEqualTo(ClientStream.FAILED);
            assertThat(stream.await(15)).isEqualTo(15);
            assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(1)))
                    .hasMessage("internal error: client socket is closed");
        }
    }

    @Test
    void aSecondEndIsRefused() throws Exception {
        try (var server = new FakeServer()) {
            ClientStream stream = opened(server);
            CompletableFuture<Void> finishing = CompletableFuture.runAsync(stream::finish, THREADS);
            server.receive();
            server.send(CALL.with(MessageType.STREAM, MessageStatus.OK));
            finishing.get();

            assertThatThrownBy(stream::finish).hasMessage("operation failed: stream is closed");
            assertThatThrownBy(stream::abort).hasMessage("operation failed: stream is closed");
            assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(1)))
                    .hasMessage("operation failed: stream is closed");
            stream.close();
        }
    }
}
