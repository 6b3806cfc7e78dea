package dev.jvirt.rpc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TransportsTest {
    private static final long SOON = 100_000_000L;

    @Test
    void aProgramBringsBytesBothWays() throws IOException {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);

        try (var transport = ProcessTransport.start(List.of("cat"))) {
            assertThat(exchange(transport, sent)).isEqualTo(sent);
        }
    }

    @Test
    void tcpBringsBytesBothWays() throws IOException {
        byte[] sent = new byte[3_000_000];
        new Random(2).nextBytes(sent);

        try (var server = listen()) {
            var echo = CompletableFuture.runAsync(() -> echo(server));
            try (var transport = TcpTransport.connect("127.0.0.1", port(server))) {
                assertThat(exchange(transport, sent)).isEqualTo(sent);
            }
            echo.join();
        }
    }

    private static ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static int port(ServerSocketChannel server) throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private static void echo(ServerSocketChannel server) {
        try (SocketChannel client = server.accept()) {
            ByteBuffer buffer = ByteBuffer.allocate(10_000);
            while (client.read(buffer.clear()) >= 0) {
                for (buffer.flip(); buffer.hasRemaining(); ) {
                    client.write(buffer);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends and receives at the same time, in one thread, as a client does.
    private static byte[] exchange(Transport transport, byte[] bytes) throws IOException {
        ByteBuffer sending = ByteBuffer.wrap(bytes);
        ByteBuffer received = ByteBuffer.allocate(bytes.length);
        while (received.hasRemaining()) {
            if (sending.hasRemaining()) {
                transport.write(sending);
            }
            if (transport.read(received) == 0) {
                transport.await(sending.hasRemaining(), Long.MAX_VALUE);
            }
        }
        return received.array();
    }

    @Test
    void whatAProgramSaysIsTheReasonOfItsEnd() throws IOException {
        var command = List.of("sh", "-c", "read line; echo 'no such host' >&2; exit 3");
        try (var transport = ProcessTransport.start(command)) {
            transport.write(ByteBuffer.wrap("hello\n".getBytes(UTF_8)));

            assertThatThrownBy(() -> readToEnd(transport))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no such host: Connection reset by peer");
        }
    }

    @Test
    void aProgramThatReadsNothingIsToldOfByReadingToo() throws IOException {
        try (var transport = ProcessTransport.start(List.of("false"))) {
            ByteBuffer much = ByteBuffer.allocate(1_000_000);
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    transport.write(much.clear());
                                    if (transport.read(ByteBuffer.allocate(1)) == 0) {
                                        transport.await(false, SOON);
                                    }
                                }
                            })
                    .hasMessage(": Connection reset by peer");
        }
    }

    @Test
    void aProgramThatSaidNothingBadJustEnds() throws IOException {
        try (var transport = ProcessTransport.start(List.of("echo", "hello"))) {
            assertThat(readToEnd(transport)).isEqualTo("hello\n");
        }
    }

    private static String readToEnd(Transport transport) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(1000);
        int count;
        do {
            count = transport.read(all);
            if (count == 0) {
                transport.await(false, Long.MAX_VALUE);
            }
        } while (count >= 0);
        return new String(all.array(), 0, all.position(), UTF_8);
    }

    @Test
    void closingEndsTheProgram() throws IOException {
        var before = ProcessHandle.current().children().toList();
        var transport = ProcessTransport.start(List.of("sleep", "1000"));
        var child =
                ProcessHandle.current()
                        .children()
                        .filter(process -> !before.contains(process))
                        .filter(
                                process ->
                                        process.info().commandLine().orElse("").contains("sleep"))
                        .findFirst()
                        .orElseThrow();

        transport.close();

        child.onExit().join();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aWaitEndsWhenItsTimeIsOverOrSomebodyWakesIt() throws IOException {
        try (var transport = ProcessTransport.start(List.of("cat"))) {
            transport.await(false, SOON);
            transport.wakeup();
            transport.await(false, Long.MAX_VALUE);

            assertThat(transport.read(ByteBuffer.allocate(1))).isZero();
        }
    }

    @Test
    void aClosedTransportSaysSo() throws IOException {
        var transport = ProcessTransport.start(List.of("cat"));
        transport.close();

        assertThatThrownBy(() -> transport.await(false, SOON)).hasMessage("Bad file descriptor");
        assertThatThrownBy(() -> transport.read(ByteBuffer.allocate(1)))
                .hasMessage("Bad file descriptor");
    }

    @Test
    void aHostWithoutAddressAndAPortWithoutServerAreTold() throws IOException {
        assertThatThrownBy(() -> TcpTransport.connect("no-such-host.invalid", 1))
                .isInstanceOf(UnknownHostException.class);
        int free;
        try (var server = listen()) {
            free = port(server);
        }
        assertThatThrownBy(() -> TcpTransport.connect("127.0.0.1", free))
                .hasMessage("Connection refused");
    }
}
