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
}
