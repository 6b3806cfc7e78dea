package dev.jvirt.daemon.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.sasl.ClientMechanism;
import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.ExternalClient;
import dev.jvirt.rpc.sasl.PlainClient;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import dev.jvirt.rpc.sasl.digest.DigestClient;
import dev.jvirt.rpc.sasl.scram.ScramClient;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaslSessionTest {
    private static final SaslClientFacts SECURE = new SaslClientFacts(true, Optional.empty());
    private static final SaslClientFacts EXPOSED = new SaslClientFacts(false, Optional.empty());

    @TempDir private static Path folder;
    private static Path users;

    @BeforeAll
    static void addUsers() throws IOException {
        users = folder.resolve("users");
        UserFile.empty()
                .with(SaslUser.of("joe", "geheim", Optional.of("here")))
                .with(SaslUser.of("jane", "secret", Optional.empty()))
                .write(users);
    }

    private static SaslService service(String config, List<String> allowed) {
        return new SaslService(
                SaslConfig.parse(config),
                users,
                Optional.of(allowed).filter(list -> !list.isEmpty()),
                56,
                Duration.ZERO);
    }

    private static SaslService service() {
        return service("mech_list: plain external scram-sha-256 scram-sha-1 digest-md5", List.of());
    }

    private static CredentialSource user(String name, String password) {
        return _ -> new Credentials("", name, password, Optional.empty());
    }

    private static SaslAnswer logIn(SaslSession session, String name, ClientMechanism client) {
        SaslAnswer answer = session.start(name, client.start());
        while (!answer.isComplete()) {
            answer = session.step(client.step(answer.data()));
        }
        client.step(answer.data());
        assertThat(client.isComplete()).isTrue();
        return answer;
    }

    private static void assertRefused(Runnable step) {
        var error = catchThrowableOfType(LibvirtException.class, step::run);

        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(error).hasMessage("authentication failed: authentication failed");
    }

    @Test
    void aSafeConnectionIsOfferedEverythingThatIsConfigured() {
        assertThat(new SaslSession(service(), SECURE).begin())
                .isEqualTo("SCRAM-SHA-256,SCRAM-SHA-1,DIGEST-MD5,PLAIN");
    }

    @Test
    void anExposedConnectionIsOfferedWhatProtectsIt() {
        assertThat(new SaslSession(service(), EXPOSED).begin()).isEqualTo("DIGEST-MD5");
    }

    @Test
    void aCertificateIsOfferedAsProof() {
        var facts = new SaslClientFacts(true, Optional.of("CN=joe"));
        var session = new SaslSession(service(), facts);

        assertThat(session.begin()).endsWith(",EXTERNAL");
        assertThat(logIn(session, "EXTERNAL", new ExternalClient()).user()).contains("CN=joe");
    }

    @Test
    void whatIsNotConfiguredIsOfferedIfItIsGoodAndPossible() {
        var facts = new SaslClientFacts(true, Optional.of("CN=joe"));

        assertThat(new SaslSession(service("keytab: /nowhere", List.of()), facts).begin())
                .isEqualTo("SCRAM-SHA-256,SCRAM-SHA-1,DIGEST-MD5,PLAIN");
    }

    @Test
    void usersWhoKnowTheirPasswordsComeIn() {
        for (ScramHash hash : ScramHash.values()) {
            var session = new SaslSession(service(), SECURE);
            session.begin();
            var client = new ScramClient(hash, user("jane", "secret"));

            SaslAnswer answer = logIn(session, hash.mechanism(), client);

            assertThat(answer.user()).contains("jane");
            assertThat(answer.layer()).isEmpty();
        }
    }

    @Test
    void aPasswordIsCheckedAgainstWhatIsStoredForScram() {
        var session = new SaslSession(service(), SECURE);
        session.begin();

        assertThat(logIn(session, "PLAIN", new PlainClient(user("joe", "geheim"))).user())
                .contains("joe");
    }

    @Test
    void anExposedConnectionIsProtectedAfterwards() {
        var session = new SaslSession(service(), EXPOSED);
        session.begin();
        var needs = SecurityNeeds.exposed(56);

        SaslAnswer answer =
                logIn(
                        session,
                        "DIGEST-MD5",
                        new DigestClient("host", needs, user("joe", "geheim")));

        assertThat(answer.layer().orElseThrow().ssf()).isEqualTo(128);
    }

    @Test
    void digestMd5IsOnlyForUsersWhomTheAdministratorLetsUseIt() {
        var session = new SaslSession(service(), EXPOSED);
        session.begin();
        var needs = SecurityNeeds.exposed(56);
        var client = new DigestClient("host", needs, user("jane", "secret"));

        assertRefused(() -> logIn(session, "DIGEST-MD5", client));
    }

    @Test
    void aLayerMustBeAsStrongAsTheAdministratorWants() {
        var strict =
                new SaslService(
                        SaslConfig.parse("mech_list: digest-md5 scram-sha-256"),
                        users,
                        Optional.empty(),
                        256,
                        Duration.ZERO);

        assertRefused(() -> new SaslSession(strict, EXPOSED).begin());
    }

    @Test
    void aFailedLoginBeginsAnewButNotForEver() {
        var session = new SaslSession(service(), SECURE);
        for (int i = 0; i < 3; i++) {
            assertThat(session.isHopeless()).isFalse();
            session.begin();
            var client = new ScramClient(ScramHash.SHA_256, user("joe", "falsch"));
            assertRefused(() -> logIn(session, "SCRAM-SHA-256", client));
        }

        assertThat(session.isHopeless()).isTrue();
    }

    @Test
    void aLoginAfterAFailedOneWorks() {
        var session = new SaslSession(service(), SECURE);
        session.begin();
        var wrong = new PlainClient(user("joe", "falsch"));
        assertRefused(() -> logIn(session, "PLAIN", wrong));
        assertRefused(() -> session.step(Optional.empty()));

        session.begin();
        assertThat(logIn(session, "PLAIN", new PlainClient(user("joe", "geheim"))).user())
                .contains("joe");
    }

    @Test
    void whatIsOutOfPlaceIsRefused() {
        var session = new SaslSession(service(), SECURE);

        assertRefused(() -> session.start("PLAIN", Optional.empty()));
        assertRefused(() -> session.step(Optional.empty()));
        session.begin();
        assertRefused(session::begin);
        assertRefused(() -> session.step(Optional.empty()));
        logIn(session, "PLAIN", new PlainClient(user("joe", "geheim")));
        assertRefused(session::begin);
        assertRefused(() -> session.start("PLAIN", Optional.empty()));
        assertRefused(() -> session.step(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GSSAPI", "EXTERNAL", "NTLM", "", "scram"})
    void mechanismsThatAreNotOfferedAreRefused(String mechanism) {
        var session = new SaslSession(service(), SECURE);
        session.begin();

        assertRefused(() -> session.start(mechanism, Optional.of(new byte[0])));
    }

    @Test
    void onlyUsersOnTheListComeIn() {
        var service = service("mech_list: plain", List.of("ja*", "j?m"));
        var jane = new SaslSession(service, SECURE);
        jane.begin();
        var joe = new SaslSession(service, SECURE);
        joe.begin();

        assertThat(logIn(jane, "PLAIN", new PlainClient(user("jane", "secret"))).user())
                .contains("jane");
        assertRefused(() -> logIn(joe, "PLAIN", new PlainClient(user("joe", "geheim"))));
    }

    @Test
    void anEmptyListLetsNobodyIn() {
        var service =
                new SaslService(
                        SaslConfig.parse("mech_list: plain"),
                        users,
                        Optional.of(List.of()),
                        56,
                        Duration.ZERO);
        var session = new SaslSession(service, SECURE);
        session.begin();

        assertRefused(() -> logIn(session, "PLAIN", new PlainClient(user("joe", "geheim"))));
    }

    @Test
    void aClientMayWaitForItsTurn() {
        var session = new SaslSession(service(), SECURE);
        session.begin();

        SaslAnswer turn = session.start("PLAIN", Optional.empty());

        assertThat(turn.isComplete()).isFalse();
        assertThat(turn.data().orElseThrow()).isEmpty();
        byte[] words = "\0joe\0geheim".getBytes(StandardCharsets.UTF_8);
        assertThat(session.step(Optional.of(words)).user()).contains("joe");
    }
}
