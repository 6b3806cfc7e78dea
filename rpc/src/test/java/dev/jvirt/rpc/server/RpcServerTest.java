package dev.jvirt.rpc.server;

import static dev.jvirt.rpc.server.IntCodec.INT;
import static dev.jvirt.rpc.server.TestService.DESCRIPTORS;
import static dev.jvirt.rpc.server.TestService.ECHO;
import static dev.jvirt.rpc.server.TestService.ECHO_THREAD;
import static dev.jvirt.rpc.server.TestService.EITHER;
import static dev.jvirt.rpc.server.TestService.EVENT;
import static dev.jvirt.rpc.server.TestService.EVENTS;
import static dev.jvirt.rpc.server.TestService.FILL;
import static dev.jvirt.rpc.server.TestService.GATED;
import static dev.jvirt.rpc.server.TestService.PROGRAM;
import static dev.jvirt.rpc.server.TestService.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Client and server together, over real sockets.
@Timeout(60)
final class RpcServerTest {
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    RpcServerTest() {}

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.service().gate.release(1000);
        server.close();
    }

    private static int call(RpcClient client, int procedure, int argument) {
        return client.call(PROGRAM, VERSION, procedure, INT, argument, INT);
    }

    @Test
    void callsAreAnsweredOnReaderAndThread() throws IOException {
        try (RpcClient client = server.connect()) {
            assertThat(call(client, ECHO, 5)).isEqualTo(5);
            assertThat(call(client, ECHO_THREAD, 6)).isEqualTo(6);
        }
    }

    @Test
    void theArgumentsSayWhetherACallNeedsAThread() throws IOException {
        try (RpcClient client = server.connect()) {
            assertThat(call(client, EITHER, 0)).isZero();
            assertThat(call(client, EITHER, 1)).isOne();
        }
    }

    @Test
    void everyFrameOfAClientIsWatched() throws Exception {
        var seen = new LinkedBlockingQueue<String>();
        server.server().watch(client -> new Watch("client " + client, seen));

        try (RpcClient client = server.connect()) {
            call(client, ECHO, 5);
            call(client, ECHO_THREAD, 6);
        }

        assertThat(seen.take()).isEqualTo("client 1 says #0 with 4 bytes");
        assertThat(seen.take()).isEqualTo("client 1 is told 32 bytes");
        assertThat(seen.take()).isEqualTo("client 1 says #1 with 4 bytes");
        assertThat(seen.take()).isEqualTo("client 1 is told 32 bytes");
        assertThat(seen.take()).isEqualTo("client 1 is gone");
    }

    private record Watch(String name, LinkedBlockingQueue<String> seen) implements FrameWatch {
        @Override
        public void received(Frame frame) {
            seen.add(
                    "%s says #%d with %d bytes"
                            .formatted(name, frame.header().serial(), frame.length()));
        }

        @Override
        public void sending(ByteBuffer frames) {
            seen.add("%s is told %d bytes".formatted(name, frames.remaining()));
        }

        @Override
        public void closed() {
            seen.add(name + " is gone");
        }
    }

    @Test
    void sixtyFourThreadsShareOneConnection() throws Exception {
        var wrong = new AtomicInteger();
        try (RpcClient client = server.connect()) {
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 64; i++) {
                int number = i;
                threads.add(
                        Thread.ofPlatform()
                                .start(() -> wrong.addAndGet(callOften(client, number))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(wrong).hasValue(0);
    }

    private static int callOften(RpcClient client, int number) {
        int wrong = 0;
        for (int i = 0; i < 200; i++) {
            int argument = number << 16 | i;
            int procedure = (i & 3) == 0 ? ECHO_THREAD : ECHO;
            if (call(client, procedure, argument) != argument) {
                wrong++;
            }
        }
        return wrong;
    }

    @Test
    void virtualThreadsMayCall() throws Exception {
        var right = new AtomicInteger();
        try (RpcClient client = server.connect()) {
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 500; i++) {
                int number = i;
                threads.add(
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            if (call(client, ECHO_THREAD, number) == number) {
                                                right.incrementAndGet();
                                            }
                                        }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(right).hasValue(500);
    }

    @Test
    void aStuckCallDelaysNoOther() throws Exception {
        try (RpcClient client = server.connect()) {
            Thread stuck = Thread.ofPlatform().start(() -> call(client, GATED, 1));
            server.service().gateReached.acquire();

            assertThat(call(client, ECHO, 2)).isEqualTo(2);
            assertThat(call(client, ECHO_THREAD, 3)).isEqualTo(3);

            server.service().gate.release();
            stuck.join();
        }
    }

    @Test
    void aClientAtItsQuotaWaitsButItsPingsAreAnswered() throws Exception {
        try (RawClient client = server.connectRaw()) {
            for (int serial = 0; serial < 6; serial++) {
                client.send(RawClient.call(GATED, serial), serial);
            }
            client.send(RawClient.call(ECHO, 6), 6);
            server.service().gateReached.acquire(5);
            client.send(KeepAlive.ping());

            assertThat(client.receive().header()).isEqualTo(KeepAlive.pong());
            assertThat(server.service().gateReached.tryAcquire()).isFalse();

            server.service().gate.release(6);
            var serials = new ArrayList<Integer>();
            for (int i = 0; i < 7; i++) {
                serials.add(client.receive().header().serial());
            }
            assertThat(serials).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void aQuotaThatIsRaisedHoldsForThoseWhoAreConnected() throws Exception {
        server.server().limits(ServerLimits.defaults().withClientRequests(8));
        try (RawClient client = server.connectRaw()) {
            for (int serial = 0; serial < 8; serial++) {
                client.send(RawClient.call(GATED, serial), serial);
            }
            server.service().gateReached.acquire(8);
            server.service().gate.release(8);
        }
    }

    @Test
    void anotherClientIsServedWhileOneIsAtItsQuota() throws Exception {
        try (RawClient client = server.connectRaw();
                RpcClient other = server.connect()) {
            for (int serial = 0; serial < 50; serial++) {
                client.send(RawClient.call(GATED, serial), serial);
            }
            server.service().gateReached.acquire(5);

            assertThat(call(other, ECHO_THREAD, 2)).isEqualTo(2);

            server.service().gate.release(50);
        }
    }

    @Test
    void pipelinedCallsAreAllAnswered() throws Exception {
        try (RawClient client = server.connectRaw()) {
            int count = 2000;
            Thread writer =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            for (int i = 0; i < count; i++) {
                                                client.send(RawClient.call(ECHO, i), i);
                                            }
                                        } catch (IOException e) {
                                            throw new java.io.UncheckedIOException(e);
                                        }
                                    });
            for (int i = 0; i < count; i++) {
                Frame reply = client.receive();
                assertThat(reply.header().serial()).isEqualTo(i);
                assertThat(reply.payload().readInt()).isEqualTo(i);
            }
            writer.join();
        }
    }

    @Test
    void aClientThatNeverReadsIsReadNoFurtherAndHarmsNobody() throws Exception {
        try (RawClient client = server.connectRaw();
                RpcClient other = server.connect()) {
            client.channel().configureBlocking(false);
            byte[] ask = RawClient.frame(RawClient.call(FILL, 1), 1 << 20);
            int sent = 0;
            int refusals = 0;
            while (refusals < 3) {
                if (client.channel().write(ByteBuffer.wrap(ask)) > 0) {
                    sent++;
                    refusals = 0;
                } else {
                    assertThat(call(other, ECHO, sent)).isEqualTo(sent);
                    refusals++;
                }
            }

            assertThat(call(other, ECHO_THREAD, 7)).isEqualTo(7);
        }
    }

    @Test
    void aClientThatReadsNoEventsIsClosed() throws Exception {
        server.server().limits(ServerLimits.defaults().withClientMemory(1 << 20, 100_000));
        try (RawClient client = server.connectRaw()) {
            client.send(RawClient.call(EVENTS, 1), 100_000);
            server.service().closed.acquire();
            assertThat(server.server().clientCount()).isZero();
        }
    }

    @Test
    void eventsKeepTheirOrder() throws Exception {
        var received = new LinkedBlockingQueue<Integer>();
        try (RpcClient client = server.connect()) {
            client.onEvent(
                    PROGRAM, VERSION, (procedure, payload) -> received.add(payload.readInt()));
            client.call(PROGRAM, VERSION, EVENTS, INT, 5000, XdrCodec.NOTHING);
            for (int i = 0; i < 5000; i++) {
                assertThat(received.take()).isEqualTo(i);
            }
        }
    }

    @Test
    void manyClientsShareAnEncodedEvent() throws Exception {
        var encoded = EncodedEvent.of(target -> target.sendEvent(PROGRAM, VERSION, EVENT, INT, 42));
        try (RpcClient one = server.connect();
                RpcClient other = server.connect()) {
            var received = new LinkedBlockingQueue<Integer>();
            for (RpcClient client : List.of(one, other)) {
                client.onEvent(PROGRAM, VERSION, (_, payload) -> received.add(payload.readInt()));
                assertThat(call(client, ECHO, 1)).isEqualTo(1);
            }

            for (int i = 0; i < 3; i++) {
                server.server().connections().forEach(client -> client.sendEvent(encoded));
            }

            for (int i = 0; i < 6; i++) {
                assertThat(received.take()).isEqualTo(42);
            }
        }
    }

    @Test
    void eventsHaveTheSerialOne() throws Exception {
        try (RawClient client = server.connectRaw()) {
            client.send(RawClient.call(EVENTS, 70), 1);

            assertThat(client.receive().header())
                    .isEqualTo(
                            new FrameHeader(
                                    PROGRAM,
                                    VERSION,
                                    TestService.EVENT,
                                    MessageType.MESSAGE,
                                    1,
                                    MessageStatus.OK));
        }
    }

    @Test
    void twoThousandIdleClientsAreServed() throws Exception {
        var clients = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < 2000; i++) {
                clients.add(server.connectRaw());
            }
            for (int i = 0; i < 2000; i += 500) {
                clients.get(i).send(RawClient.call(ECHO, 1), i);
                assertThat(clients.get(i).receive().payload().readInt()).isEqualTo(i);
            }
            for (int i = 0; i < 2000; i++) {
                server.service().connections.take();
            }
            assertThat(server.server().clientCount()).isEqualTo(2000);
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
        server.service().closed.acquire(2000);
        assertThat(server.server().clientCount()).isZero();
    }

    @Test
    void atTheLimitClientsWaitToBeAccepted() throws Exception {
        server.server().limits(ServerLimits.defaults().withClients(2, 0));
        try (RpcClient first = server.connect()) {
            RpcClient second = server.connect();
            call(first, ECHO, 1);
            call(second, ECHO, 1);
            try (RawClient third = server.connectRaw()) {
                third.send(RawClient.call(ECHO, 1), 33);
                call(first, ECHO, 2);
                assertThat(server.server().clientCount()).isEqualTo(2);

                second.close();

                assertThat(third.receive().payload().readInt()).isEqualTo(33);
            }
        }
    }

    @Test
    void raisingTheLimitLetsThemIn() throws Exception {
        server.server().limits(ServerLimits.defaults().withClients(1, 0));
        try (RpcClient first = server.connect()) {
            call(first, ECHO, 1);
            try (RawClient second = server.connectRaw()) {
                second.send(RawClient.call(ECHO, 1), 33);
                call(first, ECHO, 2);
                assertThat(server.server().clientCount()).isEqualTo(1);

                server.server().limits(ServerLimits.defaults());

                assertThat(second.receive().payload().readInt()).isEqualTo(33);
            }
        }
    }

    @Test
    void tooManyUnauthenticatedClientsWaitUntilOneIsAuthenticated() throws Exception {
        server.server().limits(ServerLimits.defaults().withClients(100, 1));
        try (RawClient first = server.connectRaw("sock-auth")) {
            first.send(RawClient.call(99, 1));
            first.receive();
            assertThat(server.server().anonymousClientCount()).isEqualTo(1);
            try (RawClient second = server.connectRaw("sock-auth")) {
                second.send(RawClient.call(99, 5));
                first.send(RawClient.call(TestService.LOGIN, 2));
                first.receive();

                assertThat(second.receive().header().serial()).isEqualTo(5);
                assertThat(server.server().anonymousClientCount()).isEqualTo(1);
            }
        }
    }

    @Test
    void connectionsTellWhoTheyAre() throws Exception {
        try (RawClient client = server.connectRaw("sock-ro")) {
            ServerConnection connection = server.service().connections.take();

            assertThat(connection.id()).isEqualTo(1);
            assertThat(connection.readOnly()).isTrue();
            assertThat(connection.peer()).contains(new PeerCredentials(4711, 1000, 100));
            assertThat(connection.isAuthenticated()).isTrue();
            assertThat(server.server().connection(1)).contains(connection);
            assertThat(server.server().connections()).containsExactly(connection);

            connection.close();

            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aSilentClientIsPingedAndDropped() throws Exception {
        server.server().limits(ServerLimits.defaults().withKeepAlive(1, 1));
        try (RawClient client = server.connectRaw()) {
            client.send(RawClient.call(TestService.KEEPALIVE, 1));
            client.receive();

            assertThat(client.receive().header()).isEqualTo(KeepAlive.ping());
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aClientThatAnswersPingsStays() throws Exception {
        server.server().limits(ServerLimits.defaults().withKeepAlive(1, 1));
        try (RawClient client = server.connectRaw()) {
            client.send(RawClient.call(TestService.KEEPALIVE, 1));
            client.receive();
            for (int i = 0; i < 3; i++) {
                assertThat(client.receive().header()).isEqualTo(KeepAlive.ping());
                client.send(KeepAlive.pong());
            }
        }
    }

    @Test
    void descriptorsTravelBothWays() throws Exception {
        try (RpcClient client =
                new RpcClient(UnixTransport.connect(server.path(), new FakeHost()))) {
            var reply =
                    client.callWithDescriptors(
                            PROGRAM, VERSION, DESCRIPTORS, INT, 77, List.of(3, 4, 5), INT);

            assertThat(reply.reply()).isEqualTo(12);
            assertThat(reply.descriptors()).containsExactly(77);
            assertThat(call(client, ECHO, 8)).isEqualTo(8);
        }
        assertThat(server.host().closed()).containsExactly(3, 4, 5, 77);
    }

    @Test
    void descriptorsThatNobodyLooksAtAreClosed() throws Exception {
        try (RpcClient client =
                new RpcClient(UnixTransport.connect(server.path(), new FakeHost()))) {
            client.callWithDescriptors(PROGRAM, VERSION, ECHO, INT, 1, List.of(3, 4), INT);
        }
        assertThat(server.host().closed()).containsExactly(3, 4);
    }

    @Test
    void theSessionEndsAfterItsLastCall() throws Exception {
        var finished = new CountDownLatch(1);
        try (RpcClient client = server.connect()) {
            Thread.ofPlatform()
                    .start(
                            () -> {
                                assertThatThrownBy(() -> call(client, GATED, 1))
                                        .isInstanceOf(RpcException.class);
                                finished.countDown();
                            });
            server.service().gateReached.acquire();
        }
        finished.await();
        server.service().firstDisconnected.await();
        assertThat(server.service().open).hasValue(1);

        server.service().gate.release();

        server.service().closed.acquire();
        assertThat(server.service().open).hasValue(0);
    }

    @Test
    void closingTheServerEndsItsClients() throws Exception {
        try (RpcClient client = server.connect()) {
            call(client, ECHO, 1);

            server.server().close();

            assertThatThrownBy(() -> call(client, ECHO, 1)).isInstanceOf(RpcException.class);
            assertThat(server.path()).doesNotExist();
            assertThat(server.service().open).hasValue(0);
        }
    }
}
