package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritedSocketTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void acceptsWhoConnects() throws IOException {
        var path = folder.resolve("s");
        var made = ListeningUnixSocket.open(path, 0600, 5);

        try (var channel = InheritedSocket.open(made.descriptor().number());
                var client = SocketChannel.open(UnixDomainSocketAddress.of(path));
                var accepted = channel.accept()) {
            assertThat(channel.getLocalAddress()).isEqualTo(UnixDomainSocketAddress.of(path));
            client.write(ByteBuffer.wrap(new byte[] {7}));
            var received = ByteBuffer.allocate(1);
            assertThat(accepted.read(received)).isEqualTo(1);
            assertThat(received.get(0)).isEqualTo((byte) 7);
        }
        assertThat(path).exists();
    }

    @Test
    void programsThatAreStartedDoNotGetIt() throws IOException {
        var made = ListeningUnixSocket.open(folder.resolve("s"), 0600, 5);
        int number = made.descriptor().number();

        try (var channel = InheritedSocket.open(number)) {
            String flags =
                    Files.readString(Path.of("/proc/self/fdinfo", Integer.toString(number)))
                            .lines()
                            .filter(line -> line.startsWith("flags:"))
                            .findFirst()
                            .orElseThrow();
            assertThat(channel.isOpen()).isTrue();
            // O_CLOEXEC
            assertThat(Long.parseLong(flags.substring(6).strip(), 8) & 02000000).isNotZero();
        }
    }

    @Test
    void whatDoesNotListenIsRefused() throws IOException {
        try (var pipe = Pipe.open()) {
            assertThatThrownBy(() -> InheritedSocket.open(pipe.readEnd().number()))
                    .hasMessage("Socket operation on non-socket");
        }
        assertThatThrownBy(() -> InheritedSocket.open(9999)).hasMessage("Bad file descriptor");
    }
}
