package dev.jvirt.virsh.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SshTunnelTest {
    /// The common pool may have one thread only.
    private static final Executor THREADS = Thread::startVirtualThread;

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(InputStream in, String... arguments) {
        var environment = new ShellEnvironment(Map.of(), Path.of(""), in, out, err, false);
        return SshTunnel.run(arguments, environment);
    }

    private int run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private Path socket() {
        return folder.resolve("sock");
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket()));
    }

    @Test
    void bytesGoBothWaysUntilTheDaemonEnds() throws Exception {
        byte[] sent = new byte[2_000_000];
        new Random(3).nextBytes(sent);
        try (var server = listen();
                var client = new PipedOutputStream()) {
            var echo = CompletableFuture.runAsync(() -> echo(server, sent.length), THREADS);
            var in = new PipedInputStream(client, 100_000);
            var status =
                    CompletableFuture.supplyAsync(
                            () -> run(in, "qemu:///system?socket=" + socket()), THREADS);

            client.write(sent);

            assertThat(status.join()).isZero();
            echo.join();
            assertThat(out.toByteArray()).isEqualTo(sent);
        }
    }

    /// Sends all back and closes.
    private static void echo(ServerSocketChannel server, int count) {
        try (var client = server.accept()) {
            var in = Channels.newInputStream(client);
            var back = Channels.newOutputStream(client);
            for (int left = count; left > 0; ) {
                byte[] some = in.readNBytes(Math.min(left, 50_000));
                back.write(some);
                left -= some.length;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDaemonGetsEverythingBeforeTheEndOfTheClient() throws Exception {
        byte[] sent = "last words".getBytes(UTF_8);
        try (var server = listen()) {
            var received =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try (var client = server.accept()) {
                                    return Channels.newInputStream(client).readAllBytes();
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            THREADS);

            int status =
                    run(new ByteArrayInputStream(sent), "qemu:///system?socket=" + socket(), "-r");

            assertThat(status).isZero();
            assertThat(received.join()).isEqualTo(sent);
        }
    }

    @Test
    void aDaemonThatIsNotThereIsTold() {
        assertThat(run("qemu:///system?socket=" + socket())).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo(
                        ("virt-ssh-helper: cannot connect to '%1$s': Failed to connect socket"
                                        + " to '%1$s': No such file or directory\n")
                                .formatted(socket()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "qemu+tcp://x/system ; virt-ssh-helper: unexpected URI transport"
                        + " 'qemu+tcp://x/system'",
                "qemu://x/system ; virt-ssh-helper: unexpected URI transport 'qemu://x/system'",
                "--bogus ; option parsing failed: Unknown option --bogus",
                "qemu:///system?mode=other ; virt-ssh-helper: invalid argument: Unknown remote"
                        + " mode 'other'",
            })
    void nonsenseIsRefused(String argument, String message) {
        assertThat(run(argument)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualTo(message + "\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void oneUriIsWanted() {
        assertThat(run()).isEqualTo(1);
        assertThat(run("qemu:///system", "qemu:///session")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("virt-ssh-helper [OPTION...] URI");
    }

    @Test
    void helpAndVersionAreNoFailures() {
        assertThat(run("--help")).isZero();
        assertThat(run("-V")).isZero();
        assertThat(out.toString(UTF_8)).contains("--readonly", "virt-ssh-helper (jvirt) 9.0.0");
        assertThat(err.size()).isZero();
    }
}
