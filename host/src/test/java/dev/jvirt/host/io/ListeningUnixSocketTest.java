package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListeningUnixSocketTest {
    private final Path folder;

    ListeningUnixSocketTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void clientsCanConnect() throws IOException {
        Path path = folder.resolve("socket");
        try (var socket = ListeningUnixSocket.open(path, 0600, 1);
                var client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            assertThat(client.isConnected()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(socket.path()).isEqualTo(path);
        }
        assertThat(path).exists();
    }

    @Test
    void theUmaskTakesNothingAway() throws IOException {
        Path path = folder.resolve("socket");
        try (var socket = ListeningUnixSocket.open(path, 0666, 1)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.path())))
                    .isEqualTo("rw-rw-rw-");
        }
    }

    @Test
    void takesThePlaceOfAnOldOne() throws IOException {
        Path path = folder.resolve("socket");
        ListeningUnixSocket.open(path, 0600, 1).close();

        try (var socket = ListeningUnixSocket.open(path, 0600, 1);
                var client = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> ListeningUnixSocket.open(folder.resolve("x".repeat(108)), 0600, 1))
                .isInstanceOf(IOException.class)
                .hasMessage("File name too long");
    }
}
