package dev.jvirt.rpc.client;

import static dev.jvirt.rpc.server.IntCodec.INT;
import static dev.jvirt.rpc.server.TestService.PROGRAM;
import static dev.jvirt.rpc.server.TestService.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.server.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The client against a server of prepared answers.
@Timeout(30)
final class RpcClientTest {
    private static final FrameHeader EVENT =
            new FrameHeader(PROGRAM, VERSION, 14, MessageType.MESSAGE, 1, MessageStatus.OK);

    private FakeServer server;

    @SuppressWarnings("NullAway.Init")
    RpcClientTest() {}

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private int call(int procedure, int argument) {
        return server.client().call(PROGRAM, VERSION, procedure, INT, argument, INT);
    }

    private CompletableFuture<Integer> callAsync(int procedure, int argument) {
        var future = new CompletableFuture<Integer>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                future.complete(call(procedure, argument));
                            } catch (RuntimeException e) {
                                future.completeExceptionally(e);
                            }
                        });
        return future;
    }

    private static RpcError errorOf(CompletableFuture<Integer> call) {
        var failure = catchThrowableOfType(ExecutionException.class, call::get);
        if (failure.getCause() instanceof RpcException cause) {
            return cause.error();
        }
        throw new AssertionError(failure);
    }

    private FrameHeader reply(Frame call) {
        return call.header().with(MessageType.REPLY, MessageStatus.OK);
    }

    @Test
    void serialsCountFromZero() throws Exception {
        for (int serial = 0; serial < 3; serial++) {
            CompletableFuture<Integer> call = callAsync(1, 5);
            Frame frame = server.receive();
            assertThat(frame.header()).isEqualTo(RawClient.call(1, serial));
            server.send(reply(frame), 6);
            assertThat(call.get()).isEqualTo(6);
        }
    }

    @Test
    void repliesMayComeInAnyOrder() throws Exception {
        var calls = new ArrayList<CompletableFuture<Integer>>();
        var frames = new ArrayList<Frame>();
        for (int i = 0; i < 8; i++) {
            calls.add(callAsync(1, i));
            frames.add(server.receive().detached());
        }
        for (Frame frame : frames.reversed()) {
            server.send(reply(frame), 100 + frame.payload().readInt());
        }

        for (int i = 0; i < 8; i++) {
            assertThat(calls.get(i).get()).isEqualTo(100 + i);
        }
    }

    @Test
    void theEndOfTheServerEndsEveryCall() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        CompletableFuture<Integer> other = callAsync(1, 2);
        server.receive();
        server.receive();

        server.hangUp();

        String text = "End of file while reading data: Input/output error";
        assertThat(errorOf(one)).isEqualTo(RpcError.system(5, text));
        assertThat(errorOf(other)).isEqualTo(RpcError.system(5, text));
        RpcException later = catchThrowableOfType(RpcException.class, () -> call(1, 3));
        assertThat(later.error().message()).isEqualTo("internal error: client socket is closed");
        assertThat(server.client().isOpen()).isFalse();
    }

    @Test
    void aServerThatResetsEndsTheCall() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        CompletableFuture<Integer> other = callAsync(1, 2);
        server.receive();

        server.hangUp(); // with a message unread, not yet sent, or sent too late

        assertThat(errorOf(one).message())
                .isIn(
                        "Cannot recv data: Connection reset by peer",
                        "End of file while reading data: Input/output error",
                        "Cannot write data: Broken pipe",
                        "internal error: client socket is closed");
        assertThat(errorOf(other).code()).isIn(1, 38);
    }

    @Test
    void aDeadlineEndsTheCallAndNotTheConnection() throws Exception {
        server.client().setDeadline(Duration.ofMillis(30));
        RpcException late = catchThrowableOfType(RpcException.class, () -> call(3, 1));
        assertThat(late.error().code()).isEqualTo(68);
        assertThat(late).hasMessage("Timed out during operation: no reply to procedure 3");
        Frame first = server.receive().detached();

        server.client().setDeadline(Duration.ZERO);
        CompletableFuture<Integer> next = callAsync(1, 2);
        Frame second = server.receive();
        server.send(reply(first), 1);
        server.send(reply(second), 22);

        assertThat(next.get()).isEqualTo(22);
    }

    @Test
    void anInterruptEndsTheCallAndNotTheConnection() throws Exception {
        var failure = new CompletableFuture<RpcException>();
        Thread caller =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    failure.complete(
                                            catchThrowableOfType(
                                                    RpcException.class, () -> call(3, 1)));
                                });
        Frame first = server.receive().detached();
        caller.interrupt();
        assertThat(failure.get().error().code()).isEqualTo(78);

        CompletableFuture<Integer> next = callAsync(1, 2);
        Frame second = server.receive();
        server.send(reply(first), 1);
        server.send(reply(second), 22);

        assertThat(next.get()).isEqualTo(22);
    }

    @Test
    void closingEndsEveryCall() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        CompletableFuture<Integer> other = callAsync(1, 1);
        server.receive();
        server.receive();

        server.client().close();

        assertThat(errorOf(one).message()).isEqualTo("internal error: client socket is closed");
        assertThat(errorOf(other).message()).isEqualTo("internal error: client socket is closed");
    }

    @Test
    void errorsAreThrown() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        Frame frame = server.receive();
        var error = RpcError.internal("no luck");
        var out = new dev.jvirt.rpc.xdr.XdrWriter();
        dev.jvirt.rpc.frame.Frames.writeError(
                out, frame.header().with(MessageType.REPLY, MessageStatus.ERROR), error);
        server.sendRaw(out.toByteArray());

        assertThat(errorOf(one)).isEqualTo(error);
    }

    @Test
    void repliesOfAnotherProcedureFailTheCall() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.receive();
        server.send(RawClient.call(2, 0).with(MessageType.REPLY, MessageStatus.OK), 5);

        assertThat(errorOf(one)).isEqualTo(RpcError.internal("Unexpected message proc 2 != 1"));
        assertThat(server.client().isOpen()).isTrue();
    }

    @Test
    void repliesThatCannotBeDecodedFailTheCall() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.send(reply(server.receive()));

        assertThat(errorOf(one)).isEqualTo(RpcError.protocol("Unable to decode message payload"));
    }

    @Test
    void statusesThatDoNotExistFailTheCall() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.send(server.receive().header().with(MessageType.REPLY, 9));

        assertThat(errorOf(one)).isEqualTo(RpcError.protocol("Unexpected message status 9"));
    }

    @Test
    void repliesThatNobodyWaitsForEndTheConnection() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.receive();
        server.send(RawClient.call(1, 77).with(MessageType.REPLY, MessageStatus.OK), 5);

        assertThat(errorOf(one).message())
                .isEqualTo(
                        "no call waiting for reply with prog %d vers %d serial %d"
                                .formatted(PROGRAM, VERSION, 77));
    }

    @Test
    void callsOfTheServerEndTheConnection() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.receive();
        server.send(RawClient.call(1, 77));

        assertThat(errorOf(one).message())
                .isEqualTo(
                        "got unexpected RPC call prog %d vers %d proc %d type %d"
                                .formatted(PROGRAM, VERSION, 1, 0));
    }

    @Test
    void eventsOfUnknownProgramsEndTheConnection() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.receive();
        server.send(EVENT);

        assertThat(errorOf(one).code()).isEqualTo(39);
    }

    @Test
    void badLengthsEndTheConnection() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        server.receive();
        server.sendRaw(ByteBuffer.allocate(4).putInt(33_554_437).array());

        assertThat(errorOf(one).message())
                .isEqualTo("packet 33554433 bytes received from server too large, want 33554432");
    }

    @Test
    void packetsOfUnknownStreamsAreDropped() throws Exception {
        CompletableFuture<Integer> one = callAsync(1, 1);
        Frame frame = server.receive().detached();
        server.send(RawClient.call(1, 9).with(MessageType.STREAM, MessageStatus.CONTINUE), 5);
        server.send(reply(frame), 8);

        assertThat(one.get()).isEqualTo(8);
    }

    @Test
    void eventsArriveInOrderWhileNobodyCalls() throws Exception {
        var received = new LinkedBlockingQueue<Integer>();
        server.client()
                .onEvent(PROGRAM, VERSION, (procedure, payload) -> received.add(payload.readInt()));
        for (int i = 0; i < 200; i++) {
            server.send(EVENT, i);
        }

        for (int i = 0; i < 200; i++) {
            assertThat(received.take()).isEqualTo(i);
        }
    }

    @Test
    void handlersMayCallAndMayBeSlow() throws Exception {
        var release = new CountDownLatch(1);
        var results = new LinkedBlockingQueue<Integer>();
        server.client()
                .onEvent(
                        PROGRAM,
                        VERSION,
                        (procedure, payload) -> {
                            try {
                                release.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            results.add(call(2, payload.readInt()));
                        });
        server.send(EVENT, 40);

        CompletableFuture<Integer> call = callAsync(1, 1);
        server.send(reply(server.receive()), 2);
        assertThat(call.get()).isEqualTo(2); // though the handler has not returned

        release.countDown();
        server.send(reply(server.receive()), 42);
        assertThat(results.take()).isEqualTo(42);
    }

    @Test
    void handlersThatFailDoNotEndTheEvents() throws Exception {
        var received = new LinkedBlockingQueue<Integer>();
        server.client()
                .onEvent(PROGRAM, VERSION, (procedure, payload) -> received.add(payload.readInt()));
        server.send(EVENT); // too short
        server.send(EVENT, 3);

        assertThat(received.take()).isEqualTo(3);
    }

    @Test
    void callsGoOnWhileTheBackgroundReads() throws Exception {
        var received = new LinkedBlockingQueue<Integer>();
        server.client()
                .onEvent(PROGRAM, VERSION, (procedure, payload) -> received.add(payload.readInt()));
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Integer> call = callAsync(1, i);
            Frame frame = server.receive();
            server.send(EVENT, i);
            server.send(reply(frame), i + 1);
            server.send(EVENT, -i);
            assertThat(call.get()).isEqualTo(i + 1);
            assertThat(received.take()).isEqualTo(i);
            assertThat(received.take()).isEqualTo(-i);
        }
    }

    @Test
    void pingsAreAnsweredDuringACallAndInBackground() throws Exception {
        CompletableFuture<Integer> call = callAsync(1, 1);
        Frame frame = server.receive().detached();
        server.send(KeepAlive.ping());
        assertThat(server.receiveAny().header()).isEqualTo(KeepAlive.pong());
        server.send(reply(frame), 1);
        assertThat(call.get()).isEqualTo(1);

        server.client().readInBackground();
        server.send(KeepAlive.ping());
        assertThat(server.receiveAny().header()).isEqualTo(KeepAlive.pong());
    }

    @Test
    void aSilentServerIsPingedAndGivenUp() throws Exception {
        var cause = new CompletableFuture<CloseCause>();
        server.client().onClose(cause::complete);
        CompletableFuture<Integer> call = callAsync(1, 1);
        server.receive();
        long start = System.nanoTime();

        server.client().startKeepalive(1, 1);

        assertThat(server.receiveAny().header()).isEqualTo(KeepAlive.ping());
        assertThat(errorOf(call))
                .isEqualTo(RpcError.internal("connection closed due to keepalive timeout"));
        assertThat(cause.get()).isEqualTo(CloseCause.KEEPALIVE);
        assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
    }

    @Test
    void theEndIsToldWithItsCause() throws Exception {
        var cause = new CompletableFuture<CloseCause>();
        server.client().onClose(cause::complete);

        server.hangUp();

        assertThat(cause.get(10, TimeUnit.SECONDS)).isEqualTo(CloseCause.EOF);
    }

    @Test
    void ourOwnEndIsNotTold() throws Exception {
        var causes = new LinkedBlockingQueue<CloseCause>();
        server.client().onClose(causes::add);

        server.client().close();

        assertThat(server.channel().read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(causes).isEmpty();
    }

    @Test
    void argumentsBeyondTheirLimitAreRefusedHere() {
        RpcException refused =
                catchThrowableOfType(
                        RpcException.class,
                        () ->
                                server.client()
                                        .call(
                                                PROGRAM,
                                                VERSION,
                                                1,
                                                dev.jvirt.rpc.server.BytesCodec.BYTES,
                                                new byte[33_554_432],
                                                INT));

        assertThat(refused.error())
                .isEqualTo(RpcError.protocol("Unable to encode message payload"));
        assertThat(server.client().isOpen()).isTrue();
    }

    @Test
    void descriptorsNeedATransportThatPassesThem() {
        RpcException refused =
                catchThrowableOfType(
                        RpcException.class,
                        () ->
                                server.client()
                                        .callWithDescriptors(
                                                PROGRAM, VERSION, 1, INT, 1, List.of(5), INT));

        assertThat(refused)
                .hasMessage(
                        "internal error: Sending file descriptors is not supported on this socket");
    }
}
