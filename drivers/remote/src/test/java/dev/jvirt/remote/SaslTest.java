package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.protocol.remote.AuthCalls.AuthList;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslInit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStart;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStep;
import dev.jvirt.protocol.remote.AuthListReplyCodec;
import dev.jvirt.protocol.remote.AuthSaslInitReplyCodec;
import dev.jvirt.protocol.remote.AuthSaslStartCodec;
import dev.jvirt.protocol.remote.AuthSaslStartReplyCodec;
import dev.jvirt.protocol.remote.AuthSaslStepReplyCodec;
import dev.jvirt.protocol.wire.Opaque;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a client says and asks when a daemon wants a login by SASL.
class SaslTest {
    private final List<Credential> asked = new ArrayList<>();
    private final List<AuthSaslStart> started = new ArrayList<>();
    private FakeDaemon daemon;
    private Path file;

    @BeforeEach
    void startDaemon(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        file = folder.resolve("auth.conf");
        daemon.answer(66, AuthListReplyCodec.INSTANCE, new AuthList.Reply(List.of(1)));
        offer("NTLM,PLAIN");
        daemon.answer(
                68,
                (args, reply) -> {
                    started.add(AuthSaslStartCodec.INSTANCE.read(args));
                    AuthSaslStartReplyCodec.INSTANCE.write(
                            reply, new AuthSaslStart.Reply(1, 1, new Opaque(new byte[0])));
                });
    }

    @AfterEach
    void stopDaemon() throws IOException {
        daemon.close();
    }

    private void offer(String mechanisms) {
        daemon.answer(67, AuthSaslInitReplyCodec.INSTANCE, new AuthSaslInit.Reply(mechanisms));
    }

    /// Somebody who answers with `answers`, in order.
    private Authenticator user(Set<CredentialType> supported, String... answers) {
        return new Authenticator() {
            @Override
            public Set<CredentialType> supported() {
                return supported;
            }

            @Override
            public Optional<List<String>> answer(List<Credential> questions) {
                asked.addAll(questions);
                return answers.length == 0 ? Optional.empty() : Optional.of(List.of(answers));
            }
        };
    }

    private void open(String parameters, Authenticator user) {
        String uri = daemon.uri() + parameters;
        var drivers = new DriverTable(List.of(new RemoteDriver()));
        Connection.openAuth(drivers, Optional.of(uri), user, Flags.none()).close();
    }

    private String said() {
        return new String(started.getLast().data().bytes(), StandardCharsets.UTF_8);
    }

    private static final Set<CredentialType> ALL =
            Set.of(CredentialType.AUTHNAME, CredentialType.PASSPHRASE);

    @Test
    void theUserIsAskedWhatIsNeeded() {
        open("", user(ALL, "joe", "geheim"));

        assertThat(asked)
                .extracting(Credential::prompt)
                .containsExactly(
                        "Please enter your authentication name", "Please enter your password");
        assertThat(started.getLast().mech()).isEqualTo("PLAIN");
        assertThat(said()).isEqualTo("\0joe\0geheim");
        assertThat(daemon.calls()).startsWith(66, 67, 68, 1);
    }

    @Test
    void nobodyIsAskedWhatTheFileSays() throws IOException {
        Files.writeString(
                file,
                """
                [credentials-x]
                authname=jane
                password=secret
                username=joe
                [auth-libvirt-localhost]
                credentials=x
                """);

        open("&authfile=" + file, user(Set.of()));

        assertThat(asked).isEmpty();
        assertThat(said()).isEqualTo("joe\0jane\0secret");
    }

    @Test
    void whoWillNotAnswerIsNotLoggedIn() {
        var error = catchThrowableOfType(LibvirtException.class, () -> open("", user(ALL)));

        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(error).hasMessage("authentication failed: Failed to collect auth credentials");
        assertThat(started).isEmpty();
    }

    @Test
    void whoCannotGiveAPasswordFindsNoMechanism() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> open("", user(Set.of(CredentialType.AUTHNAME), "joe")));

        assertThat(error)
                .hasMessage(
                        "authentication failed: Failed to start SASL negotiation: -4 (SASL(-4): no"
                                + " mechanism available: No worthy mechs found)");
    }

    @Test
    void aMechanismThatIsNotOfferedIsNamed() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> open("&auth=sasl.SCRAM-SHA-1", user(ALL, "joe", "geheim")));

        assertThat(error)
                .hasMessage(
                        "authentication failed: SASL mechanism SCRAM-SHA-1 not supported by server");
    }

    @Test
    void whoHasNoTicketIsAskedForAPassword(@TempDir Path folder) {
        String before = System.getProperty("java.security.krb5.conf");
        System.setProperty("java.security.krb5.conf", folder.resolve("none").toString());
        try {
            offer("GSSAPI,PLAIN");

            open("", user(ALL, "joe", "geheim"));

            assertThat(started.getLast().mech()).isEqualTo("PLAIN");
        } finally {
            if (before == null) {
                System.clearProperty("java.security.krb5.conf");
            } else {
                System.setProperty("java.security.krb5.conf", before);
            }
        }
    }

    @Test
    void aDaemonThatProvesNothingIsNotBelieved() {
        offer("SCRAM-SHA-256");

        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> open("", user(ALL, "joe", "geheim")));

        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(error).hasMessageContaining("Failed to step SASL negotiation");
        assertThat(daemon.calls()).doesNotContain(1);
    }

    @Test
    void aDaemonThatGoesOnForEverIsLeft() {
        daemon.answer(
                68,
                AuthSaslStartReplyCodec.INSTANCE,
                new AuthSaslStart.Reply(0, 1, new Opaque(new byte[0])));
        daemon.answer(
                69,
                AuthSaslStepReplyCodec.INSTANCE,
                new AuthSaslStep.Reply(0, 1, new Opaque(new byte[0])));

        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> open("", user(ALL, "joe", "geheim")));

        assertThat(error).hasMessageContaining("does not come to an end");
    }
}
