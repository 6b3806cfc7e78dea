package dev.jvirt.rpc.sasl.scram;

import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SaslPrep;
import dev.jvirt.rpc.sasl.ServerMechanism;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The server's end: believes who proves to know the password, and proves to have known it.
public final class ScramServer implements ServerMechanism {
    private final ScramHash hash;
    private final ScramSecrets secrets;
    private final String nonce;
    private State state = State.FIRST;
    private String user = "";
    private String header = "";
    private String bare = "";
    private String combined = "";
    private String first = "";
    private ScramVerifier verifier;

    private enum State {
        FIRST,
        PROOF,
        DONE
    }

    public ScramServer(ScramHash hash, ScramSecrets secrets) {
        this(hash, secrets, ScramNonce.next());
    }

    ScramServer(ScramHash hash, ScramSecrets secrets, String nonce) {
        this.hash = hash;
        this.secrets = secrets;
        this.nonce = nonce;
        this.verifier = ScramVerifier.decoy(hash, new byte[1], "");
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> response) {
        if (response.isEmpty()) {
            if (state == State.FIRST) {
                return Optional.of(new byte[0]); // the client waits for its turn
            }
            throw SaslFailure.protocol("the client said nothing");
        }
        ScramMessage message = ScramMessage.parse(response.get());
        return switch (state) {
            case FIRST -> bytes(greet(message));
            case PROOF -> bytes(verify(message));
            case DONE -> throw SaslFailure.protocol("the client goes on although all is said");
        };
    }

    private String greet(ScramMessage message) {
        message.refuseExtensions();
        String binding = message.attributes().getFirst();
        if (!binding.equals("n") && !binding.equals("y")) {
            throw SaslFailure.protocol("channel binding is not supported");
        }
        user = SaslPrep.query(ScramMessage.unescaped(message.value(2, 'n')));
        requireSelf(message);
        String clientNonce = message.value(3, 'r');
        if (user.isEmpty() || clientNonce.isEmpty()) {
            throw SaslFailure.protocol("no name or no nonce");
        }
        header = binding + "," + message.attributes().get(1) + ",";
        bare = message.text().substring(header.length());
        verifier = secrets.scram(hash, user);
        combined = clientNonce + nonce;
        String salt = Base64.getEncoder().encodeToString(verifier.salt());
        first = "r=" + combined + ",s=" + salt + ",i=" + verifier.iterations();
        state = State.PROOF;
        return first;
    }

    private void requireSelf(ScramMessage message) {
        if (message.attributes().get(1).isEmpty()) {
            return;
        }
        String other = SaslPrep.query(ScramMessage.unescaped(message.value(1, 'a')));
        if (!other.equals(user)) {
            throw SaslFailure.refused("'%s' may not act as somebody else".formatted(user));
        }
    }

    private String verify(ScramMessage message) {
        byte[] channel = message.bytes(0, 'c');
        if (!MessageDigest.isEqual(channel, header.getBytes(StandardCharsets.UTF_8))) {
            throw SaslFailure.protocol("the client says something else than before");
        }
        if (!message.value(1, 'r').equals(combined)) {
            throw SaslFailure.protocol("the client's nonce is another one than before");
        }
        int last = message.attributes().size() - 1;
        byte[] proof = message.bytes(last, 'p');
        int end = message.text().length() - message.attributes().getLast().length() - 1;
        String signed = bare + "," + first + "," + message.text().substring(0, end);
        requireProof(proof, signed);
        state = State.DONE;
        byte[] signature = hash.hmac(verifier.serverKey(), signed);
        return "v=" + Base64.getEncoder().encodeToString(signature);
    }

    private void requireProof(byte[] proof, String signed) {
        byte[] storedKey = verifier.storedKey();
        byte[] padded = Arrays.copyOf(proof, hash.length());
        byte[] key = ScramHash.xor(padded, hash.hmac(storedKey, signed));
        boolean right = MessageDigest.isEqual(hash.hash(key), storedKey);
        if (!right || proof.length != hash.length()) {
            throw SaslFailure.refused("the proof of '%s' is wrong".formatted(user));
        }
    }

    private static Optional<byte[]> bytes(String message) {
        return Optional.of(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isComplete() {
        return state == State.DONE;
    }

    @Override
    public String user() {
        return user;
    }
}
