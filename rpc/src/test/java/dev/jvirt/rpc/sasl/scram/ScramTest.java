package dev.jvirt.rpc.sasl.scram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of RFC 5802 and RFC 7677, and both ends against each other.
class ScramTest {
    private static CredentialSource user(String name, String password) {
        return _ -> new Credentials("", name, password, Optional.empty());
    }

    private static String text(Optional<byte[]> data) {
        return new String(data.orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// One user, whose verifiers have the salt of the RFC's example.
    private record OneUser(String name, String password, String salt) implements ScramSecrets {
        @Override
        public ScramVerifier scram(ScramHash hash, String user) {
            byte[] bytes = Base64.getDecoder().decode(salt);
            return user.equals(name)
                    ? ScramVerifier.of(hash, password, bytes, ScramVerifier.MIN_ITERATIONS)
                    : ScramVerifier.decoy(hash, new byte[] {1, 2, 3}, user);
        }
    }

    private static final OneUser PENCIL = new OneUser("user", "pencil", "W22ZaJ0SNY7soEsUEjb6gQ==");

    @Test
    void theClientSaysWhatTheExampleOfRfc5802Says() {
        var client =
                new ScramClient(
                        ScramHash.SHA_1, user("user", "pencil"), "fyko+d2lbbFgONRv9qkxdawL");

        assertThat(text(client.start())).isEqualTo("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL");
        assertThat(
                        text(
                                client.step(
                                        bytes(
                                                "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                                        + "s=QSXCR+Q6sek8bf92,i=4096"))))
                .isEqualTo(
                        "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                + "p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
        assertThat(client.isComplete()).isFalse();
        assertThat(client.step(bytes("v=rmF9pqV8S7suAoZWja4dJRkFsKQ="))).isEmpty();
        assertThat(client.isComplete()).isTrue();
    }

    @Test
    void bothEndsSayWhatTheExampleOfRfc7677Says() {
        var client =
                new ScramClient(ScramHash.SHA_256, user("user", "pencil"), "rOprNGfwEbeRWgbNEkqO");
        var server = new ScramServer(ScramHash.SHA_256, PENCIL, "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");

        String first = text(server.step(client.start()));
        String proof = text(client.step(bytes(first)));
        String last = text(server.step(bytes(proof)));
        client.step(bytes(last));

        assertThat(first)
                .isEqualTo(
                        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(proof)
                .isEqualTo(
                        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(last).isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
        assertThat(server.isComplete()).isTrue();
        assertThat(server.user()).isEqualTo("user");
    }

    @ParameterizedTest
    @EnumSource(ScramHash.class)
    void namesWithCommasAndOtherLettersWork(ScramHash hash) {
        var secrets = new OneUser("jörg=a,b", "p\u00e4ss wörd", "QSXCR+Q6sek8bf92");
        // The same text in another spelling.
        var client = new ScramClient(hash, user("jo\u0308rg=a,b", "pa\u0308ss\u00a0wörd"));
        var server = new ScramServer(hash, secrets);

        client.step(server.step(client.step(server.step(client.start()))));

        assertThat(client.isComplete()).isTrue();
        assertThat(server.user()).isEqualTo("jörg=a,b");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserEndAlike() {
        for (var who : List.of(user("user", "pen"), user("nobody", "pencil"))) {
            var client = new ScramClient(ScramHash.SHA_256, who);
            var server = new ScramServer(ScramHash.SHA_256, PENCIL);
            var proof = client.step(server.step(client.start()));

            var failure = catchThrowableOfType(SaslFailure.class, () -> server.step(proof));

            assertThat(failure.error()).isEqualTo(SaslError.BADAUTH);
            assertThat(server.isComplete()).isFalse();
        }
    }

    @Test
    void anUnknownUserHasTheSameSaltEachTime() {
        var once = PENCIL.scram(ScramHash.SHA_256, "nobody");
        var again = PENCIL.scram(ScramHash.SHA_256, "nobody");
        var other = PENCIL.scram(ScramHash.SHA_256, "nobodyelse");

        assertThat(once.salt()).isEqualTo(again.salt()).isNotEqualTo(other.salt());
        assertThat(once.iterations()).isEqualTo(ScramVerifier.ITERATIONS);
        assertThat(once.isPassword("")).isFalse();
    }

    @Test
    void aServerThatDoesNotKnowThePasswordIsNotBelieved() {
        var client = new ScramClient(ScramHash.SHA_256, user("user", "pencil"), "abc");
        client.start();
        client.step(bytes("r=abcdef,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"));

        var failure =
                catchThrowableOfType(
                        SaslFailure.class,
                        () -> client.step(bytes("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")));

        assertThat(failure.error()).isEqualTo(SaslError.BADSERV);
        assertThat(client.isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r=abcdef",
                "r=abc,s=AAAA,i=4096",
                "r=xyzdef,s=AAAA,i=4096",
                "r=abcdef,s=AAAA,i=1",
                "r=abcdef,s=AAAA,i=2000001",
                "r=abcdef,s=AAAA,i=99999999999",
                "r=abcdef,s=*,i=4096",
                "m=new,r=abcdef,s=AAAA,i=4096",
                "e=other-error"
            })
    void challengesThatMakeNoSenseAreRefused(String challenge) {
        var client = new ScramClient(ScramHash.SHA_256, user("user", "pencil"), "abc");
        client.start();

        var failure = catchThrowableOfType(SaslFailure.class, () -> client.step(bytes(challenge)));

        assertThat(failure.error()).isEqualTo(SaslError.BADPROT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n",
                "n,,n=user",
                "p=tls-unique,,n=user,r=abc",
                "n,,m=new,n=user,r=abc",
                "n,,n=us=er,r=abc",
                "n,,n=,r=abc",
                "n,,n=user,r="
            })
    void greetingsThatMakeNoSenseAreRefused(String greeting) {
        var server = new ScramServer(ScramHash.SHA_256, PENCIL);

        var failure = catchThrowableOfType(SaslFailure.class, () -> server.step(bytes(greeting)));

        assertThat(failure.error()).isEqualTo(SaslError.BADPROT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c=biws,r=abcdef",
                "c=biws,r=abcdef,p=AAAA",
                "c=eSws,r=abcdef,p=AAAA",
                "c=biws,r=abc,p=AAAA",
                "c=biws,r=abcdef,p=*"
            })
    void proofsThatProveNothingAreRefused(String proof) {
        var server = new ScramServer(ScramHash.SHA_256, PENCIL, "def");
        server.step(bytes("n,,n=user,r=abc"));

        assertThat(catchThrowableOfType(SaslFailure.class, () -> server.step(bytes(proof))))
                .isNotNull();
        assertThat(server.isComplete()).isFalse();
    }

    @Test
    void nobodyActsAsSomebodyElse() {
        var server = new ScramServer(ScramHash.SHA_256, PENCIL);

        var failure =
                catchThrowableOfType(
                        SaslFailure.class, () -> server.step(bytes("n,a=root,n=user,r=abc")));

        assertThat(failure.error()).isEqualTo(SaslError.BADAUTH);
    }

    @ParameterizedTest
    @EnumSource(ScramHash.class)
    void aVerifierIsReadAsItWasWritten(ScramHash hash) {
        var verifier = ScramVerifier.of(hash, "pencil");

        var read = ScramVerifier.parse(verifier.format()).orElseThrow();

        assertThat(read).isEqualTo(verifier);
        assertThat(read.isPassword("pencil")).isTrue();
        assertThat(read.isPassword("pencils")).isFalse();
        assertThat(verifier).hasToString(hash.mechanism());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SCRAM-SHA-256$4096:AA==$AA==:AA==", "x$1:AA==$AA==:AA==", "$:$:"})
    void whatIsNoVerifierIsNone(String text) {
        assertThat(ScramVerifier.parse(text)).isEmpty();
    }
}
