package dev.jvirt.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.remote.SshRequest;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MinaDialerTest {
    @TempDir Path folder;

    private final EchoServer server = new EchoServer(3, "out of paper\n");
    private final User user = new User();

    @AfterEach
    void stop() {
        server.close();
    }

    /// Gives the answers that a test puts down, and keeps what it was asked.
    private static final class User implements Authenticator {
        private final Deque<String> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();

        @Override
        public Set<CredentialType> supported() {
            return EnumSet.allOf(CredentialType.class);
        }

        @Override
        public Optional<List<String>> answer(List<Credential> questions) {
            threads.add(Thread.currentThread());
            asked.add(questions.getFirst().prompt());
            return Optional.ofNullable(answers.poll()).map(List::of);
        }
    }

    private Path knownHosts() {
        return folder.resolve("new/known_hosts");
    }

    private SshRequest request(String verification) {
        return new SshRequest(
                "libssh2",
                new SshRequest.Server("127.0.0.1", server.port(), Optional.of("wanda")),
                new SshRequest.Login(
                        Optional.of("password"),
                        Optional.empty(),
                        Optional.of(knownHosts().toString()),
                        Optional.of(verification),
                        Optional.empty()),
                "echo",
                user);
    }

    private Transport dial(String verification, String... answers) {
        user.answers.addAll(List.of(answers));
        return new MinaDialer().dial(request(verification));
    }

    private static byte[] exchange(Transport transport, byte[] data) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(data);
        ByteBuffer in = ByteBuffer.allocate(data.length);
        while (in.hasRemaining()) {
            transport.write(out);
            if (transport.read(in) == 0) {
                transport.await(out.hasRemaining(), TimeUnit.SECONDS.toNanos(10));
            }
        }
        return in.array();
    }

    @Test
    void bytesTravelBothWays() throws IOException {
        byte[] data = "All work and no play makes Jack a dull boy. ".repeat(60_000).getBytes(UTF_8);

        try (Transport transport = dial("ignore", "secret")) {
            assertThat(exchange(transport, data)).isEqualTo(data);
        }
    }

    @Test
    void theProgramsLastWordsAreTold() throws IOException {
        try (Transport transport = dial("ignore", "secret")) {
            transport.write(ByteBuffer.wrap("stop".getBytes(UTF_8)));

            var error =
                    catchThrowableOfType(RpcException.class, () -> readToTheEnd(transport)).error();

            assertThat(error.code()).isEqualTo(ErrorCode.SSH.code());
            assertThat(error.domain()).isEqualTo(ErrorDomain.SSH.code());
            assertThat(error.message())
                    .isEqualTo(
                            "SSH transport error: Remote command terminated with non-zero code: 3:"
                                    + " out of paper");
        }
    }

    private static void readToTheEnd(Transport transport) throws IOException {
        while (transport.read(ByteBuffer.allocate(100)) >= 0) {
            transport.await(false, TimeUnit.SECONDS.toNanos(10));
        }
    }

    @Test
    void theUserIsAskedOnTheThreadThatDials() {
        try (Transport transport = dial("normal", "y", "secret")) {
            assertThat(transport.isSecure()).isTrue();
        }

        assertThat(user.asked).hasSize(2);
        assertThat(user.asked.getFirst()).contains("127.0.0.1:" + server.port(), "(y/n)?");
        assertThat(user.asked.getLast()).isEqualTo("Enter wanda's password for 127.0.0.1");
        assertThat(user.threads).containsOnly(Thread.currentThread());
    }

    @Test
    void anAcceptedKeyIsNotAskedForAgain() throws IOException {
        dial("normal", "y", "secret").close();
        dial("normal", "secret").close();

        assertThat(user.asked).hasSize(3);
        assertThat(Files.readString(knownHosts()))
                .startsWith("[127.0.0.1]:%d ssh-ed25519 ".formatted(server.port()));
    }

    @Test
    void aServerWithAnotherKeyThanBeforeIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("new"));
        String other = PublicKeyEntry.toString(EchoServer.newKey().getPublic());
        Files.writeString(knownHosts(), "[127.0.0.1]:%d %s\n".formatted(server.port(), other));

        var error =
                catchThrowableOfType(LibvirtException.class, () -> dial("auto", "secret").close());

        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(error.domain()).isEqualTo(ErrorDomain.SSH);
        assertThat(error).hasMessageContaining(knownHosts().toString());
        assertThat(user.asked).isEmpty();
    }

    @Test
    void aWrongPasswordIsAskedForAgain() {
        dial("ignore", "guess", "secret").close();

        assertThat(user.asked).hasSize(2);
    }

    @Test
    void whoDoesNotAnswerDoesNotGetIn() {
        var error =
                catchThrowableOfType(LibvirtException.class, () -> dial("ignore", "guess").close());

        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(error).hasMessage("authentication failed: Password request failed");
    }

    @Test
    void aPasswordInTheAuthFileIsNotAskedFor() throws IOException {
        Path file = folder.resolve("auth.conf");
        Files.writeString(
                file,
                """
                [credentials-far]
                password=secret

                [auth-ssh-127.0.0.1]
                credentials=far
                """);
        var plain = request("ignore");
        var login =
                new SshRequest.Login(
                        plain.login().methods(),
                        Optional.empty(),
                        Optional.empty(),
                        plain.login().verification(),
                        Optional.of(file.toString()));

        new MinaDialer()
                .dial(
                        new SshRequest(
                                plain.library(),
                                plain.server(),
                                login,
                                plain.command(),
                                plain.authenticator()))
                .close();

        assertThat(user.asked).isEmpty();
    }

    @Test
    void wakingUpEndsAWait() throws IOException {
        try (Transport transport = dial("ignore", "secret")) {
            transport.wakeup();

            transport.await(false, Long.MAX_VALUE);

            assertThat(transport.read(ByteBuffer.allocate(1))).isZero();
        }
    }

    @Test
    void aClosedTransportEndsAllWaits() {
        Transport transport = dial("ignore", "secret");
        Thread.ofVirtual().start(transport::close);

        var error =
                catchThrowableOfType(
                        IOException.class, () -> transport.await(false, Long.MAX_VALUE));

        assertThat(error).isNotNull();
    }
}
