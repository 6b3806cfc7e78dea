package dev.jvirt.rpc.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mechanisms that say it all at once, and how the best one is found.
class PlainTest {
    private static boolean isPassword(String user, String password) {
        return user.equals("joe") && password.equals("geheim");
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoKnowsThePasswordIsBelieved() {
        var client = new PlainClient(_ -> new Credentials("", "joe", "geheim", Optional.empty()));
        var server = new PlainServer(PlainTest::isPassword);

        Optional<byte[]> answer = server.step(client.start());

        assertThat(answer).isEmpty();
        assertThat(client.step(answer)).isEmpty();
        assertThat(server.user()).isEqualTo("joe");
        assertThat(client.isComplete() && server.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "joe",
                "\0joe",
                "\0joe\0",
                "\0\0geheim",
                "\0joe\0falsch",
                "\0jim\0geheim",
                "root\0joe\0geheim",
                "\0joe\0geheim\0"
            })
    void everybodyElseIsNot(String message) {
        var server = new PlainServer(PlainTest::isPassword);

        assertThat(catchThrowableOfType(SaslFailure.class, () -> server.step(bytes(message))))
                .isNotNull();
        assertThat(server.isComplete()).isFalse();
    }

    @Test
    void aCertificateSpeaksForItsOwnerOnly() {
        var server = new ExternalServer("CN=joe");
        assertThat(server.step(new ExternalClient().start())).isEmpty();
        assertThat(server.isComplete()).isTrue();
        assertThat(server.user()).isEqualTo("CN=joe");

        var other = new ExternalServer("CN=joe");
        assertThat(catchThrowableOfType(SaslFailure.class, () -> other.step(bytes("CN=root"))))
                .isNotNull();
    }

    @Test
    void onlyMechanismsWithALayerFitAnExposedConnection() {
        var fitting =
                List.of(SaslMechanism.values()).stream()
                        .filter(mechanism -> mechanism.fits(SecurityNeeds.exposed(56)))
                        .toList();

        assertThat(fitting).containsExactly(SaslMechanism.GSSAPI, SaslMechanism.DIGEST_MD5);
    }

    @Test
    void listsOfMechanismsArePartedBySpacesOrCommas() {
        assertThat(SaslMechanism.list("plain, NTLM scram-sha-1,PLAIN"))
                .containsExactly(SaslMechanism.PLAIN, SaslMechanism.SCRAM_SHA_1);
    }

    @ParameterizedTest
    @CsvSource({"I\u00adX, IX", "user, user", "\u00aa, a", "\u2168, IX", "a\u00a0b, a b"})
    void textsThatLookAlikeAreMadeAlike(String text, String prepared) {
        assertThat(SaslPrep.query(text)).isEqualTo(prepared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u06271", "\ue000", "a\u05d0"})
    void textsThatNobodyCanTellApartAreRefused(String text) {
        assertThat(catchThrowableOfType(SaslFailure.class, () -> SaslPrep.query(text))).isNotNull();
    }
}
