package dev.jvirt.rpc.sasl.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The example of RFC 2831, both ends against each other, and against the JDK's.
class DigestTest {
    private static final SecurityNeeds EXPOSED = SecurityNeeds.exposed(56);

    private record OneUser(String name, String realm, String password) implements DigestSecrets {
        @Override
        public byte[] digest(String user, String ofRealm) {
            return user.equals(name) && ofRealm.equals(realm)
                    ? DigestSession.secret(user, ofRealm, password)
                    : new byte[16];
        }

        @Override
        public List<String> realms() {
            return List.of(realm);
        }
    }

    private static CredentialSource user(String name, String password) {
        return _ -> new Credentials("", name, password, Optional.empty());
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theProofsAreThoseOfTheExample() {
        var session =
                new DigestSession(
                        DigestSession.secret("chris", "elwood.innosoft.com", "secret"),
                        new DigestSession.Words(
                                "OA6MG9tEQGm2hh", "OA6MHXh6VqTrRk", "", "imap/elwood.innosoft.com"),
                        Protection.AUTH);

        assertThat(session.clientProof()).isEqualTo("d388dad90d4bbd760a152321f2143af7");
        assertThat(session.serverProof()).isEqualTo("ea40f60335c427b5527b84dbabcdfffd");
    }

    private record Pair(DigestClient client, DigestServer server) {
        static Pair loggedIn(SecurityNeeds needs) {
            var server = new DigestServer(needs, new OneUser("joe", "here", "geheim"));
            var client = new DigestClient("host", needs, user("joe", "geheim"));
            assertThat(client.start()).isEmpty();
            client.step(server.step(client.step(server.step(Optional.empty()))));
            assertThat(client.isComplete()).isTrue();
            assertThat(server.isComplete()).isTrue();
            assertThat(server.user()).isEqualTo("joe");
            return new Pair(client, server);
        }
    }

    @Test
    void aSafeConnectionGetsNoLayer() {
        Pair pair = Pair.loggedIn(SecurityNeeds.secured());

        assertThat(pair.client().layer()).isEmpty();
        assertThat(pair.server().layer()).isEmpty();
    }

    @Test
    void anExposedConnectionGetsALayer() {
        Pair pair = Pair.loggedIn(EXPOSED);
        SecurityLayer client = pair.client().layer().orElseThrow();
        SecurityLayer server = pair.server().layer().orElseThrow();

        assertThat(client.ssf()).isEqualTo(128);
        for (int length : List.of(0, 1, 7, 100, client.maxData())) {
            byte[] data = new byte[length];
            java.util.Arrays.fill(data, (byte) length);
            byte[] packet = client.wrap(data, 0, length);

            assertThat(packet.length).isLessThanOrEqualTo(server.maxPacket());
            assertThat(server.unwrap(packet)).isEqualTo(data);
            assertThat(client.unwrap(server.wrap(data, 0, length))).isEqualTo(data);
        }
    }

    @Test
    void aChangedPacketIsNoticed() {
        Pair pair = Pair.loggedIn(EXPOSED);
        byte[] packet = pair.client().layer().orElseThrow().wrap(new byte[] {1, 2, 3}, 0, 3);
        packet[1] ^= 1;

        assertThat(
                        catchThrowableOfType(
                                SaslFailure.class,
                                () -> pair.server().layer().orElseThrow().unwrap(packet)))
                .isNotNull();
    }

    @Test
    void aPacketThatIsSentTwiceIsNoticed() {
        Pair pair = Pair.loggedIn(EXPOSED);
        SecurityLayer server = pair.server().layer().orElseThrow();
        byte[] packet = pair.client().layer().orElseThrow().wrap(new byte[] {1, 2, 3}, 0, 3);
        server.unwrap(packet);

        assertThat(catchThrowableOfType(SaslFailure.class, () -> server.unwrap(packet)))
                .isNotNull();
    }

    @Test
    void aWrongPasswordAndAnUnknownUserEndAlike() {
        for (var who : List.of(user("joe", "falsch"), user("nobody", "geheim"))) {
            var server = new DigestServer(EXPOSED, new OneUser("joe", "here", "geheim"));
            var client = new DigestClient("host", EXPOSED, who);
            var proof = client.step(server.step(Optional.empty()));

            var failure = catchThrowableOfType(SaslFailure.class, () -> server.step(proof));

            assertThat(failure.error()).isEqualTo(SaslError.BADAUTH);
            assertThat(server.isComplete()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonce=\"a",
                "nonce",
                "=x",
                "nonce=a",
                "nonce=a,nonce=b,algorithm=md5-sess",
                "nonce=a,algorithm=md5",
                "nonce=a,algorithm=md5-sess,qop=\"auth-conf\",cipher=rc4,maxbuf=1"
            })
    void challengesThatMakeNoSenseAreRefused(String challenge) {
        var client = new DigestClient("host", EXPOSED, user("joe", "geheim"));
        client.start();

        assertThat(catchThrowableOfType(SaslFailure.class, () -> client.step(bytes(challenge))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",qop=\"auth\"",
                ",qop=\"auth-int\"",
                ",qop=\"auth-conf\",cipher=\"des\""
            })
    void layersThatAreTooWeakAreRefused(String offer) {
        var client = new DigestClient("host", EXPOSED, user("joe", "geheim"));
        client.start();

        var failure =
                catchThrowableOfType(
                        SaslFailure.class,
                        () -> client.step(bytes("nonce=a,algorithm=md5-sess" + offer)));

        assertThat(failure.error()).isEqualTo(SaslError.TOOWEAK);
    }

    /// The JDK's server knows the password itself.
    private static void answer(Callback[] callbacks) {
        for (Callback callback : callbacks) {
            switch (callback) {
                case RealmCallback realm -> realm.setText(realm.getDefaultText());
                case NameCallback name -> name.setName(name.getDefaultName());
                case PasswordCallback password -> password.setPassword("geheim".toCharArray());
                case AuthorizeCallback authorize -> authorize.setAuthorized(true);
                default -> throw new IllegalArgumentException(callback.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "medium"})
    void theJdksServerAgrees(String strength) throws SaslException {
        Map<String, String> properties = new HashMap<>();
        properties.put(Sasl.QOP, "auth-conf");
        properties.put("javax.security.sasl.strength", strength);
        properties.put("com.sun.security.sasl.digest.realm", "here");
        SaslServer server =
                Sasl.createSaslServer(
                        "DIGEST-MD5",
                        "libvirt",
                        "host",
                        properties,
                        (CallbackHandler) DigestTest::answer);
        var client = new DigestClient("host", SecurityNeeds.exposed(56), user("joe", "geheim"));

        byte[] challenge = server.evaluateResponse(new byte[0]);
        byte[] response = client.step(Optional.of(challenge)).orElseThrow();
        client.step(Optional.of(server.evaluateResponse(response)));

        assertThat(client.isComplete()).isTrue();
        SecurityLayer layer = client.layer().orElseThrow();
        for (int i = 1; i < 40; i++) {
            byte[] packet = layer.wrap(new byte[i], 0, i);
            assertThat(server.unwrap(packet, 0, packet.length)).isEqualTo(new byte[i]);
            assertThat(layer.unwrap(server.wrap(new byte[i], 0, i))).isEqualTo(new byte[i]);
        }
    }
}
