package dev.jvirt.rpc.sasl.digest;

import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import dev.jvirt.rpc.sasl.ServerMechanism;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// The server's end: challenges the client, and proves to have known the password.
public final class DigestServer implements ServerMechanism {
    private static final String SERVICE = "libvirt/";

    private final SecurityNeeds needs;
    private final DigestSecrets secrets;
    private final String nonce;
    private State state = State.CHALLENGE;
    private String user = "";
    private Optional<SecurityLayer> layer = Optional.empty();

    private enum State {
        CHALLENGE,
        PROOF,
        CONFIRMED,
        DONE
    }

    public DigestServer(SecurityNeeds needs, DigestSecrets secrets) {
        this(needs, secrets, DigestNonce.next());
    }

    DigestServer(SecurityNeeds needs, DigestSecrets secrets, String nonce) {
        this.needs = needs;
        this.secrets = secrets;
        this.nonce = nonce;
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> response) {
        return switch (state) {
            case CHALLENGE -> {
                state = State.PROOF;
                // A client that knows us may begin; it is answered like everybody else.
                yield bytes(challenge());
            }
            case PROOF ->
                    bytes(
                            verify(
                                    DigestWords.parse(
                                            response.orElseThrow(
                                                    () ->
                                                            SaslFailure.protocol(
                                                                    "the client said"
                                                                            + " nothing")))));
            case CONFIRMED -> {
                state = State.DONE;
                yield Optional.empty();
            }
            case DONE -> throw SaslFailure.protocol("the client goes on although all is said");
        };
    }

    private String challenge() {
        var challenge = new StringBuilder("nonce=").append(DigestWords.quote(nonce));
        for (String realm : secrets.realms()) {
            challenge.append(",realm=").append(DigestWords.quote(realm));
        }
        List<String> protections =
                Protection.allowed(needs).reversed().stream().map(Protection::word).toList();
        challenge.append(",qop=").append(DigestWords.quote(String.join(",", protections)));
        if (protections.contains(Protection.CONFIDENTIALITY.word())) {
            challenge.append(",cipher=").append(DigestWords.quote(DigestCipher.words()));
        }
        challenge.append(",maxbuf=").append(DigestLayer.MAX_PACKET);
        return challenge.append(",charset=utf-8,algorithm=md5-sess").toString();
    }

    private String verify(DigestWords words) {
        String name = words.required("username");
        String realm = words.only("realm").orElse("");
        if (!words.required("nonce").equals(nonce) || !words.required("nc").equals("00000001")) {
            throw SaslFailure.protocol("the nonce is not the one that was given");
        }
        String uri = words.required("digest-uri");
        if (!uri.startsWith(SERVICE)) {
            throw SaslFailure.protocol("another service is meant: " + uri);
        }
        Protection protection = protection(words);
        Optional<DigestCipher> cipher = cipher(words, protection);
        String authorization = words.only("authzid").orElse("");
        var session =
                new DigestSession(
                        secrets.digest(name, realm),
                        new DigestSession.Words(
                                nonce, words.required("cnonce"), authorization, uri),
                        protection);
        requireProof(session, words.required("response"), name);
        if (!authorization.isEmpty() && !authorization.equals(name)) {
            throw SaslFailure.refused("'%s' may not act as somebody else".formatted(name));
        }
        user = name;
        layer = DigestLayer.of(session, cipher, false, DigestLimits.maxBuffer(words));
        state = State.CONFIRMED;
        return "rspauth=" + session.serverProof();
    }

    private Protection protection(DigestWords words) {
        String wanted = words.only("qop").orElse(Protection.AUTH.word());
        for (Protection protection : Protection.allowed(needs)) {
            if (protection.word().equalsIgnoreCase(wanted)) {
                return protection;
            }
        }
        throw new SaslFailure(SaslError.TOOWEAK, "the client wants qop '%s'".formatted(wanted));
    }

    private static Optional<DigestCipher> cipher(DigestWords words, Protection protection) {
        if (protection != Protection.CONFIDENTIALITY) {
            return Optional.empty();
        }
        String wanted = words.required("cipher");
        Optional<DigestCipher> cipher = DigestCipher.best(Protection.words(wanted));
        if (cipher.isEmpty()) {
            throw SaslFailure.protocol("the client wants cipher '%s'".formatted(wanted));
        }
        return cipher;
    }

    private static void requireProof(DigestSession session, String proof, String name) {
        boolean right =
                MessageDigest.isEqual(
                        proof.getBytes(StandardCharsets.UTF_8),
                        session.clientProof().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw SaslFailure.refused("the proof of '%s' is wrong".formatted(name));
        }
    }

    private static Optional<byte[]> bytes(String message) {
        return Optional.of(message.getBytes(StandardCharsets.UTF_8));
    }

    /// The client is only complete once it has seen our proof, but it may end there.
    @Override
    public boolean isComplete() {
        return state == State.CONFIRMED || state == State.DONE;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public Optional<SecurityLayer> layer() {
        return layer;
    }
}
