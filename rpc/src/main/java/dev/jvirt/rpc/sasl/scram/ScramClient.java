package dev.jvirt.rpc.sasl.scram;

import dev.jvirt.rpc.sasl.ClientMechanism;
import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SaslPrep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The client's end: proves that it knows the password, and insists on the server's proof.
public final class ScramClient implements ClientMechanism {
    private final ScramHash hash;
    private final CredentialSource source;
    private final String nonce;
    private State state = State.FIRST;
    private String header = "";
    private String bare = "";
    private String password = "";
    private byte[] expected = {};

    private enum State {
        FIRST,
        PROOF,
        CONFIRMATION,
        DONE
    }

    public ScramClient(ScramHash hash, CredentialSource source) {
        this(hash, source, ScramNonce.next());
    }

    ScramClient(ScramHash hash, CredentialSource source, String nonce) {
        this.hash = hash;
        this.source = source;
        this.nonce = nonce;
    }

    @Override
    public Optional<byte[]> start() {
        Credentials who = source.credentials(List.of());
        String authorization = who.authorization();
        // No channel binding: libvirt's transports have none to offer.
        header =
                authorization.isEmpty()
                        ? "n,,"
                        : "n,a=" + ScramMessage.escaped(authorization) + ",";
        bare = "n=" + ScramMessage.escaped(SaslPrep.query(who.name())) + ",r=" + nonce;
        password = SaslPrep.query(who.password());
        state = State.PROOF;
        return bytes(header + bare);
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> challenge) {
        switch (state) {
            case FIRST -> {
                return start();
            }
            case PROOF -> {
                return bytes(proof(message(challenge)));
            }
            case CONFIRMATION -> {
                confirm(message(challenge));
                state = State.DONE;
                return Optional.empty();
            }
            case DONE -> {
                if (challenge.isPresent() && challenge.get().length > 0) {
                    throw SaslFailure.protocol("the server goes on although all is said");
                }
                return Optional.empty();
            }
        }
        throw new IllegalStateException(state.name());
    }

    private static ScramMessage message(Optional<byte[]> challenge) {
        return ScramMessage.parse(
                challenge.orElseThrow(() -> SaslFailure.protocol("the server said nothing")));
    }

    private String proof(ScramMessage first) {
        first.refuseExtensions();
        String combined = first.value(0, 'r');
        if (!combined.startsWith(nonce) || combined.length() == nonce.length()) {
            throw SaslFailure.protocol("the server's nonce does not continue ours");
        }
        byte[] salt = first.bytes(1, 's');
        int iterations = iterations(first.value(2, 'i'));
        String channel =
                Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        String last = "c=" + channel + ",r=" + combined;
        String signed = bare + "," + first.text() + "," + last;

        byte[] salted = hash.salted(password, salt, iterations);
        byte[] clientKey = hash.hmac(salted, "Client Key");
        byte[] signature = hash.hmac(hash.hash(clientKey), signed);
        expected = hash.hmac(hash.hmac(salted, "Server Key"), signed);
        password = "";
        state = State.CONFIRMATION;
        return last
                + ",p="
                + Base64.getEncoder().encodeToString(ScramHash.xor(clientKey, signature));
    }

    private static int iterations(String text) {
        try {
            int iterations = Integer.parseInt(text);
            if (iterations >= ScramVerifier.MIN_ITERATIONS
                    && iterations <= ScramVerifier.MAX_ITERATIONS) {
                return iterations;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw SaslFailure.protocol(
                "an iteration count of '%s', not of %d to %d"
                        .formatted(
                                text, ScramVerifier.MIN_ITERATIONS, ScramVerifier.MAX_ITERATIONS));
    }

    private void confirm(ScramMessage last) {
        if (last.text().startsWith("e=")) {
            throw new SaslFailure(SaslError.BADAUTH, last.value(0, 'e'));
        }
        if (!MessageDigest.isEqual(expected, last.bytes(0, 'v'))) {
            throw new SaslFailure(SaslError.BADSERV, "the server does not know the password");
        }
    }

    private static Optional<byte[]> bytes(String message) {
        return Optional.of(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isComplete() {
        return state == State.DONE;
    }
}
