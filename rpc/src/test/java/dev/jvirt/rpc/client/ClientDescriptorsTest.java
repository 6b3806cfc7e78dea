package dev.jvirt.rpc.client;

import static dev.jvirt.rpc.server.IntCodec.INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.server.BytesCodec;
import dev.jvirt.rpc.server.FakeHost;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Descriptors on the client's side: whoever gets them closes them, and nobody else's are touched.
@Timeout(20)
class ClientDescriptorsTest {
    private static final int PROGRAM = 7;
    private static final int VERSION = 1;
    private static final int PROCEDURE = 3;
    private static final int LARGE = 8 << 20;

    private final FakeHost host = new FakeHost();
    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer(host);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private CompletableFuture<DescriptorReply<Integer>> call(List<Integer> descriptors) {
        return call(INT, 1, descriptors);
    }

    private <A> CompletableFuture<DescriptorReply<Integer>> call(
            XdrCodec<A> codec, A argument, List<Integer> descriptors) {
        return CompletableFuture.supplyAsync(
                () ->
                        server.client()
                                .callWithDescriptors(
                                        PROGRAM,
                                        VERSION,
                                        PROCEDURE,
                                        codec,
                                        argument,
                                        descriptors,
                                        INT),
                command -> Thread.ofPlatform().start(command));
    }

    /// Replies with descriptors, one byte each.
    private void reply(FrameHeader call, int status, byte[] descriptors, int... words)
            throws IOException {
        int[] payload = new int[words.length + 1];
        payload[0] = descriptors.length;
        System.arraycopy(words, 0, payload, 1, words.length);
        server.send(call.with(MessageType.REPLY_WITH_FDS, status), payload);
        server.sendRaw(descriptors);
    }

    /// A call that is answered after all that was sent before.
    private void roundTrip() throws Exception {
        var call = call(List.of());
        server.send(server.receive().header().with(MessageType.REPLY, MessageStatus.OK), 5);
        assertThat(call.get().reply()).isEqualTo(5);
    }

    private static RpcException failure(CompletableFuture<?> call) {
        Throwable cause = catchThrowableOfType(ExecutionException.class, call::get).getCause();
        assertThat(cause).isInstanceOf(RpcException.class);
        return (RpcException) Objects.requireNonNull(cause);
    }

    @Test
    void thoseThatComeBelongToTheCaller() throws Exception {
        var call = call(List.of());
        Frame request = server.receive();

        reply(request.header(), MessageStatus.OK, new byte[] {9, 10}, 42);

        assertThat(request.header().type()).isEqualTo(MessageType.CALL);
        assertThat(call.get()).isEqualTo(new DescriptorReply<>(42, List.of(9, 10)));
        assertThat(host.closed()).isEmpty();
    }

    @Test
    void thoseOfALateReplyAreClosed() throws Exception {
        server.client().setDeadline(Duration.ofMillis(1));
        var call = call(List.of());
        Frame request = server.receive();
        assertThat(failure(call)).hasMessageContaining("no reply");
        server.client().setDeadline(Duration.ZERO);

        reply(request.header(), MessageStatus.OK, new byte[] {9, 10}, 42);
        roundTrip();

        assertThat(host.closed()).containsExactly(9, 10);
    }

    @Test
    void thoseOfAReplyThatCannotBeReadAreClosed() throws Exception {
        var call = call(List.of());

        reply(server.receive().header(), MessageStatus.OK, new byte[] {9});

        assertThat(failure(call)).hasMessageContaining("Unable to decode message payload");
        assertThat(host.closed()).containsExactly(9);
        roundTrip();
    }

    @Test
    void thoseOfAnotherKindOfReplyAreClosed() throws Exception {
        var call = call(List.of());

        reply(server.receive().header(), MessageStatus.CONTINUE, new byte[] {9}, 42);

        assertThat(failure(call)).hasMessageContaining("Unexpected message status 2");
        assertThat(host.closed()).containsExactly(9);
    }

    @Test
    void thoseThatNobodyAskedForAreClosed() throws Exception {
        roundTrip();
        var call =
                CompletableFuture.supplyAsync(
                        () -> server.client().call(PROGRAM, VERSION, PROCEDURE, INT, 1, INT));

        reply(server.receive().header(), MessageStatus.OK, new byte[] {9}, 42);

        assertThat(call.get()).isEqualTo(42);
        assertThat(host.closed()).containsExactly(9);
    }

    @Test
    void thoseOfAReplyThatIsCutOffAreClosed() throws Exception {
        var call = call(List.of());
        FrameHeader request = server.receive().header();

        server.send(request.with(MessageType.REPLY_WITH_FDS, MessageStatus.OK), 2, 42);
        server.sendRaw(new byte[] {9});
        server.hangUp();

        assertThat(failure(call)).hasMessageContaining("Cannot recv data");
        assertThat(host.closed()).containsExactly(9);
    }

    @Test
    void aReplyWithDescriptorsBeforeAnyWereAskedForBreaksTheProtocol() throws Exception {
        var call =
                CompletableFuture.supplyAsync(
                        () -> server.client().call(PROGRAM, VERSION, PROCEDURE, INT, 1, INT));

        reply(server.receive().header(), MessageStatus.OK, new byte[0], 42);

        assertThat(failure(call))
                .hasMessageContaining("Receiving file descriptors is not supported on this socket");
    }

    @Test
    void thoseThatWaitForRoomAreTheQueuesOwn() throws Exception {
        var call = call(BytesCodec.BYTES, new byte[LARGE], List.of(5, 6));

        Frame request = server.receive();
        var bytes = ByteBuffer.allocate(2);
        while (bytes.hasRemaining()) {
            server.channel().read(bytes);
        }
        server.send(request.header().with(MessageType.REPLY, MessageStatus.OK), 42);

        assertThat(request.header().type()).isEqualTo(MessageType.CALL_WITH_FDS);
        assertThat(bytes.array()).containsExactly(105, 106);
        assertThat(call.get().reply()).isEqualTo(42);
        assertThat(host.closed()).containsExactly(105, 106);
    }

    @Test
    void thoseThatStillWaitAtTheEndAreClosed() throws Exception {
        var call = call(BytesCodec.BYTES, new byte[LARGE], List.of(5, 6));
        var head = ByteBuffer.allocate(1);
        server.channel().read(head);

        server.client().close();

        assertThat(failure(call)).hasMessageContaining("client socket is closed");
        assertThat(host.closed()).isEqualTo(host.duplicates());
    }

    @Test
    void moreThanAMessageCarriesAreRefused() throws Exception {
        var call = call(Collections.nCopies(33, 5));

        assertThat(failure(call)).hasMessage("Too many FDs to send 33, expected 32 maximum");
        assertThat(server.client().isOpen()).isTrue();
    }
}
