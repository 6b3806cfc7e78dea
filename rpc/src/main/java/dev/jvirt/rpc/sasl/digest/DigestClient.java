package dev.jvirt.rpc.sasl.digest;

import dev.jvirt.rpc.sasl.ClientMechanism;
import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The client's end: answers the server's challenge, and insists on the server's proof.
public final class DigestClient implements ClientMechanism {
    private final String host;
    private final SecurityNeeds needs;
    private final CredentialSource source;
    private final String cnonce;
    private @Nullable DigestSession session;
    private Optional<SecurityLayer> layer = Optional.empty();
    private boolean complete;

    /// @param host the server as the user names it
    public DigestClient(String host, SecurityNeeds needs, CredentialSource source) {
        this(host, needs, source, DigestNonce.next());
    }

    DigestClient(String host, SecurityNeeds needs, CredentialSource source, String cnonce) {
        this.host = host;
        this.needs = needs;
        this.source = source;
        this.cnonce = cnonce;
    }

    @Override
    public Optional<byte[]> start() {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> challenge) {
        if (complete) {
            return Optional.empty();
        }
        DigestWords words =
                DigestWords.parse(
                        challenge.orElseThrow(
                                () -> SaslFailure.protocol("the server said nothing")));
        if (session == null) {
            return Optional.of(answer(words).getBytes(StandardCharsets.UTF_8));
        }
        confirm(session, words);
        complete = true;
        return Optional.empty();
    }

    private String answer(DigestWords words) {
        if (!words.required("algorithm").equalsIgnoreCase("md5-sess")) {
            throw SaslFailure.protocol("an algorithm that is not md5-sess");
        }
        List<String> realms = words.all("realm");
        String nonce = words.required("nonce");
        Protection protection = protection(words);
        Optional<DigestCipher> cipher = cipher(words, protection);
        int max = DigestLimits.maxBuffer(words);
        Credentials who = source.credentials(realms);
        String realm = realms.size() == 1 ? realms.getFirst() : who.realm().orElse("");
        String uri = "libvirt/" + host;
        byte[] secret = DigestSession.secret(who.name(), realm, who.password());
        var agreed =
                new DigestSession(
                        secret,
                        new DigestSession.Words(nonce, cnonce, who.authorization(), uri),
                        protection);
        session = agreed;
        layer = DigestLayer.of(agreed, cipher, true, max);
        return written(agreed, who, realm, words.isUtf8())
                + cipher.map(c -> ",cipher=" + c.word()).orElse("");
    }

    private Protection protection(DigestWords words) {
        List<String> offered = Protection.words(words.only("qop").orElse("auth"));
        for (Protection protection : Protection.allowed(needs)) {
            boolean possible =
                    protection != Protection.CONFIDENTIALITY
                            || cipher(words, protection).isPresent();
            if (offered.contains(protection.word()) && possible) {
                return protection;
            }
        }
        throw new SaslFailure(
                SaslError.TOOWEAK, "the server has no security layer that is strong enough");
    }

    private Optional<DigestCipher> cipher(DigestWords words, Protection protection) {
        return protection == Protection.CONFIDENTIALITY
                ? DigestCipher.best(Protection.words(words.only("cipher").orElse("")))
                        .filter(c -> c.ssf() >= needs.minSsf())
                : Optional.empty();
    }

    private static String written(
            DigestSession agreed, Credentials who, String realm, boolean utf8) {
        var answer = new StringBuilder();
        answer.append("username=").append(DigestWords.quote(who.name()));
        answer.append(",realm=").append(DigestWords.quote(realm));
        answer.append(",nonce=").append(DigestWords.quote(agreed.words().nonce()));
        answer.append(",cnonce=").append(DigestWords.quote(agreed.words().cnonce()));
        answer.append(",nc=00000001,qop=").append(agreed.protection().word());
        answer.append(",digest-uri=").append(DigestWords.quote(agreed.words().uri()));
        answer.append(",response=").append(agreed.clientProof());
        if (agreed.protection() != Protection.AUTH) {
            answer.append(",maxbuf=").append(DigestLayer.MAX_PACKET);
        }
        if (utf8) {
            answer.append(",charset=utf-8");
        }
        if (!who.authorization().isEmpty()) {
            answer.append(",authzid=").append(DigestWords.quote(who.authorization()));
        }
        return answer.toString();
    }

    private static void confirm(DigestSession agreed, DigestWords words) {
        String proof = words.required("rspauth");
        boolean right =
                MessageDigest.isEqual(
                        proof.getBytes(StandardCharsets.UTF_8),
                        agreed.serverProof().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new SaslFailure(
                    SaslError.BADSERV,
                    "This server wants us to believe that it knows shared secret");
        }
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public Optional<SecurityLayer> layer() {
        return complete ? layer : Optional.empty();
    }
}
