package dev.jvirt.rpc.server;

import static dev.jvirt.rpc.server.IntCodec.INT;
import static dev.jvirt.rpc.server.TestService.ECHO;
import static dev.jvirt.rpc.server.TestService.ECHO_THREAD;
import static dev.jvirt.rpc.server.TestService.EVENTS;
import static dev.jvirt.rpc.server.TestService.FILL;
import static dev.jvirt.rpc.server.TestService.PROGRAM;
import static dev.jvirt.rpc.server.TestService.SECURE;
import static dev.jvirt.rpc.server.TestService.SECURE_THREAD;
import static dev.jvirt.rpc.server.TestService.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.LayeredTransport;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.TcpTransport;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A network port, and a layer that comes in the midst of a connection.
@Timeout(60)
final class LayersTest {
    private final TestService service = new TestService();
    private RpcServer server;

    @SuppressWarnings("NullAway.Init")
    LayersTest() {}

    @BeforeEach
    void start() throws IOException {
        server = new RpcServer("test", ServerLimits.defaults(), service, new FakeHost());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server.listen(new TcpPort(address, AuthType.SASL));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int port() {
        return server.addresses().getFirst().getPort();
    }

    private RpcClient connect() throws IOException {
        return new RpcClient(new LayeredTransport(TcpTransport.connect("127.0.0.1", port())));
    }

    private static int call(RpcClient client, int procedure, int argument) {
        return client.call(PROGRAM, VERSION, procedure, INT, argument, INT);
    }

    @Test
    void aClientOfAPortHasAnAddressAndNoProcess() throws Exception {
        try (RpcClient client = connect()) {
            assertThatThrownBy(() -> call(client, ECHO, 1)).hasMessage("authentication required");

            ServerConnection connection = service.connections.take();
            assertThat(connection.peer()).isEmpty();
            assertThat(connection.isSecure()).isFalse();
            NetworkEnds ends = connection.network().orElseThrow();
            assertThat(ends.local().getPort()).isEqualTo(port());
            assertThat(NetworkEnds.text(ends.remote())).startsWith("127.0.0.1:");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SECURE, SECURE_THREAD})
    void everythingBehindTheReplyGoesThroughTheLayer(int login) throws Exception {
        var events = new LinkedBlockingQueue<Integer>();
        try (RpcClient client = connect()) {
            client.onEvent(PROGRAM, VERSION, (_, payload) -> events.add(payload.readInt()));
            assertThat(call(client, login, 7)).isEqualTo(7);
            client.install(new ToyLayer());

            for (int i = 0; i < 100; i++) {
                assertThat(call(client, i % 2 == 0 ? ECHO : ECHO_THREAD, i)).isEqualTo(i);
            }
            byte[] filled = client.call(PROGRAM, VERSION, FILL, INT, 5_000_000, BytesCodec.BYTES);
            assertThat(filled).hasSize(5_000_000);
            client.call(PROGRAM, VERSION, EVENTS, INT, 3, XdrCodec.NOTHING);
            assertThat(events.take()).isZero();
            assertThat(service.connections.take().isSecure()).isTrue();
        }
    }

    @Test
    void manyCallsAtOnceFillManyPackets() throws Exception {
        try (RpcClient client = connect()) {
            call(client, SECURE, 1);
            client.install(new ToyLayer());
            var wrong = new LinkedBlockingQueue<Integer>();
            var threads = new Thread[16];
            for (int i = 0; i < threads.length; i++) {
                int value = i;
                threads[i] =
                        Thread.startVirtualThread(
                                () -> {
                                    for (int n = 0; n < 200; n++) {
                                        if (call(client, ECHO, value) != value) {
                                            wrong.add(value);
                                        }
                                    }
                                });
            }
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(wrong).isEmpty();
        }
    }

    /// Whoever sits between client and server must not be able to put a call in front.
    @Test
    void callsThatCameBeforeTheLayerEndTheConnection() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            ByteBuffer both = ByteBuffer.allocate(64);
            putCall(both, SECURE, 0);
            putCall(both, ECHO, 1);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(both.array());

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void bytesThatAreNoPacketsEndTheConnection() throws Exception {
        try (RpcClient client = connect()) {
            call(client, SECURE, 0);

            assertThatThrownBy(() -> call(client, ECHO, 1)).isInstanceOf(RpcException.class);
        }
    }

    private static void putCall(ByteBuffer into, int procedure, int serial) {
        into.putInt(32).putInt(PROGRAM).putInt(VERSION).putInt(procedure);
        into.putInt(0).putInt(serial).putInt(0).putInt(5);
    }
}
