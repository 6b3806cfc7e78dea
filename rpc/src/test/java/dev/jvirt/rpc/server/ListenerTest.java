package dev.jvirt.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.RpcException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sockets in the file system.
@Timeout(30)
final class ListenerTest {
    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    ListenerTest() {}

    private static RpcServer server() throws IOException {
        return new RpcServer("test", ServerLimits.defaults(), new TestService(), new FakeHost());
    }

    private static UnixSocket socket(Path path, int mode) {
        return new UnixSocket(path, mode, OptionalInt.empty(), false, AuthType.NONE);
    }

    @Test
    void theSocketHasItsModeAndLeavesNothingElse() throws IOException {
        Path path = folder.resolve("sock");
        try (RpcServer server = server()) {
            server.listen(socket(path, 0722));
            server.start();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx-w--w-");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(path);
            }
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void whatADeadDaemonLeftIsReplaced() throws IOException {
        Path path = folder.resolve("sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();

        try (RpcServer server = server()) {
            server.listen(socket(path, 0700));
            server.start();
            try (var client = new RawClient(path)) {
                client.send(RawClient.call(TestService.ECHO, 1), 5);
                assertThat(client.receive().payload().readInt()).isEqualTo(5);
            }
        }
    }

    @Test
    void aLiveDaemonsSocketIsLeftAlone() throws IOException {
        Path path = folder.resolve("sock");
        try (RpcServer first = server();
                RpcServer second = server()) {
            first.listen(socket(path, 0700));
            first.start();

            assertThatThrownBy(() -> second.listen(socket(path, 0700)))
                    .isInstanceOf(RpcException.class)
                    .hasMessage(
                            "Failed to bind socket to '%s': Address already in use"
                                    .formatted(path));
            assertThat(path).exists();
        }
    }

    @Test
    void closingLeavesTheSocketOfASuccessor() throws IOException {
        Path path = folder.resolve("sock");
        RpcServer first = server();
        first.listen(socket(path, 0700));
        Files.delete(path);
        try (RpcServer second = server()) {
            second.listen(socket(path, 0700));

            first.close();

            assertThat(path).exists();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        Path path = folder.resolve("none").resolve("sock");
        try (RpcServer server = server()) {
            assertThatThrownBy(() -> server.listen(socket(path, 0700)))
                    .hasMessage(
                            "Failed to bind socket to '%s': No such file or directory"
                                    .formatted(path));
        }
    }
}
