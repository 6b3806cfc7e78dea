package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.io.MemoryFile;
import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.SocketReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnixSocketsTest {
    private final UnixSockets sockets = new UnixSockets();
    private final Path path;
    private final SocketChannel client;
    private final SocketChannel server;

    UnixSocketsTest(@TempDir Path folder) throws IOException {
        path = folder.resolve("socket");
        var address = UnixDomainSocketAddress.of(path);
        try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(address);
            client = SocketChannel.open(address);
            server = listening.accept();
        }
        client.configureBlocking(false);
        server.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void tellsWhoIsAtTheOtherEnd() throws IOException {
        var ourselves =
                new PeerCredentials(
                        (int) ProcessHandle.current().pid(), Users.current(), Users.currentGroup());

        assertThat(sockets.peerCredentials(server)).isEqualTo(ourselves);
        assertThat(sockets.peerCredentials(client)).isEqualTo(ourselves);
    }

    @Test
    void passesDescriptors() throws IOException {
        try (var file = MemoryFile.create("passed")) {
            file.fill("content".getBytes(StandardCharsets.UTF_8));

            assertThat(sockets.sendDescriptor(client, file.descriptor().number())).isTrue();
            int received = sockets.receiveDescriptor(server);

            assertThat(received).isNotEqualTo(file.descriptor().number());
            assertThat(Path.of("/proc/self/fd/" + received)).hasContent("content");
            assertThat(Files.readString(Path.of("/proc/self/fdinfo/" + received)))
                    .containsPattern("flags:\\s+02");
            sockets.closeDescriptor(received);
            assertThat(Path.of("/proc/self/fd/" + received)).doesNotExist();
        }
    }

    @Test
    void descriptorsArriveBetweenTheBytesThatSurroundThem() throws IOException {
        try (var file = MemoryFile.create("passed")) {
            client.write(ByteBuffer.wrap(new byte[] {1, 2}));
            sockets.sendDescriptor(client, file.descriptor().number());
            client.write(ByteBuffer.wrap(new byte[] {3}));

            assertThat(read(2)).containsExactly(1, 2);
            int received = sockets.receiveDescriptor(server);
            assertThat(read(1)).containsExactly(3);
            assertThat(received).isPositive();
            sockets.closeDescriptor(received);
        }
    }

    @Test
    void aReadEndsAtTheByteThatCarriesADescriptor() throws IOException {
        SocketReader reader = sockets.reading().of(server);
        var buffer = ByteBuffer.allocate(100);
        var received = new ArrayList<Integer>();
        try (var file = MemoryFile.create("passed")) {
            file.fill("content".getBytes(StandardCharsets.UTF_8));
            client.write(ByteBuffer.wrap(new byte[] {1, 2}));
            sockets.sendDescriptor(client, file.descriptor().number());
            sockets.sendDescriptor(client, file.descriptor().number());
            client.write(ByteBuffer.wrap(new byte[] {3}));
        }

        assertThat(reader.read(buffer, received::add)).isEqualTo(3);
        assertThat(received).hasSize(1);
        assertThat(reader.read(buffer, received::add)).isEqualTo(1);
        assertThat(received).hasSize(2);
        assertThat(reader.read(buffer, received::add)).isEqualTo(1);
        assertThat(reader.read(buffer, received::add)).isZero();

        assertThat(buffer.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 0, 0, 3}));
        for (int descriptor : received) {
            assertThat(Path.of("/proc/self/fd/" + descriptor)).hasContent("content");
            sockets.closeDescriptor(descriptor);
        }
    }

    @Test
    void theEndIsNoBytes() throws IOException {
        SocketReader reader = sockets.reading().of(server);
        client.write(ByteBuffer.wrap(new byte[] {1}));
        client.close();
        var buffer = ByteBuffer.allocate(10);

        assertThat(reader.read(buffer, _ -> {})).isEqualTo(1);
        assertThat(reader.read(buffer, _ -> {})).isEqualTo(-1);
    }

    private byte[] read(int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            assertThat(server.read(buffer)).isPositive();
        }
        return buffer.array();
    }

    @Test
    void whereNothingHasArrivedThereIsNoDescriptor() throws IOException {
        assertThat(sockets.receiveDescriptor(server)).isEqualTo(-1);
    }

    @Test
    void aByteWithoutADescriptorIsAnError() throws IOException {
        client.write(ByteBuffer.wrap(new byte[1]));

        assertThatThrownBy(() -> sockets.receiveDescriptor(server))
                .isInstanceOf(IOException.class)
                .hasMessage("the peer passed no file with its byte");
    }

    @Test
    void aPeerThatIsGoneIsAnError() throws IOException {
        client.close();

        assertThatThrownBy(() -> sockets.receiveDescriptor(server)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sockets.sendDescriptor(server, 0))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    @Test
    void aDescriptorThatIsNotOpenIsAnError() {
        assertThatThrownBy(() -> sockets.sendDescriptor(client, 99_999))
                .isInstanceOf(IOException.class)
                .hasMessage("Bad file descriptor");
    }

    @Test
    void aFullSocketDoesNotMakeUsWait() throws IOException {
        var zeros = ByteBuffer.allocate(1 << 20);
        while (client.write(zeros.clear()) > 0) {
            // until it is full
        }

        int sent = 0;
        while (sent < 10_000 && sockets.sendDescriptor(client, 0)) {
            sent++;
        }
        assertThat(sent).isLessThan(10_000);
    }

    @Test
    void findsTheNumberOfASocketAlsoWhereTheJdkDoesNotTellIt() throws IOException {
        int number = SocketNumber.find(server);

        assertThat(number).isNotEqualTo(SocketNumber.find(client));
        assertThat(
                        Files.readAttributes(
                                        Path.of("/proc/self/fd/" + number),
                                        BasicFileAttributes.class)
                                .isOther())
                .isTrue();
        assertThat(server.getOption(StandardSocketOptions.SO_LINGER)).isEqualTo(-1);
        // The server's end has the name.
        assertThat(number).isEqualTo(SocketNumber.of(server));
    }
}
