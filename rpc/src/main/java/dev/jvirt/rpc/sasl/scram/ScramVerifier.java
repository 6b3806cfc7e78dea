package dev.jvirt.rpc.sasl.scram;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// What recognises a password without telling it. Written as
/// `SCRAM-SHA-256$iterations:salt$storedKey:serverKey`, the last three in base64.
public final class ScramVerifier {
    /// What RFC 7677 has servers ask at least.
    public static final int MIN_ITERATIONS = 4096;

    /// What nobody needs, but who wants to keep us busy.
    public static final int MAX_ITERATIONS = 2_000_000;

    /// What new verifiers have.
    public static final int ITERATIONS = 10_000;

    public static final int SALT_BYTES = 16;

    private final ScramHash hash;
    private final int iterations;
    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;

    /// @param iterations how slow a guess is
    /// @param salt makes equal passwords look different
    /// @param keys what recognises the client's proof, and what makes the server's own
    private ScramVerifier(ScramHash hash, int iterations, byte[] salt, byte[]... keys) {
        this.hash = hash;
        this.iterations = iterations;
        this.salt = salt;
        this.storedKey = keys[0];
        this.serverKey = keys[1];
    }

    /// Makes one for a password that [dev.jvirt.rpc.sasl.SaslPrep] has prepared.
    public static ScramVerifier of(ScramHash hash, String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return of(hash, password, salt, ITERATIONS);
    }

    static ScramVerifier of(ScramHash hash, String password, byte[] salt, int iterations) {
        byte[] salted = hash.salted(password, salt, iterations);
        return new ScramVerifier(
                hash,
                iterations,
                salt,
                hash.hash(hash.hmac(salted, "Client Key")),
                hash.hmac(salted, "Server Key"));
    }

    /// One that no password fits.
    ///
    /// @param secret what only this server knows
    public static ScramVerifier decoy(ScramHash hash, byte[] secret, String user) {
        byte[] salt = hash.hmac(secret, "salt " + user);
        byte[] key = new byte[hash.length()];
        new SecureRandom().nextBytes(key);
        return new ScramVerifier(hash, ITERATIONS, Arrays.copyOf(salt, SALT_BYTES), key, key);
    }

    /// Whether that is the password.
    public boolean isPassword(String password) {
        byte[] key = hash.hmac(hash.salted(password, salt, iterations), "Client Key");
        return MessageDigest.isEqual(storedKey, hash.hash(key));
    }

    /// The hash function that it is for.
    public ScramHash hash() {
        return hash;
    }

    int iterations() {
        return iterations;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] storedKey() {
        return storedKey.clone();
    }

    byte[] serverKey() {
        return serverKey.clone();
    }

    /// As it is stored.
    public String format() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "%s$%d:%s$%s:%s"
                .formatted(
                        hash.mechanism(),
                        iterations,
                        base64.encodeToString(salt),
                        base64.encodeToString(storedKey),
                        base64.encodeToString(serverKey));
    }

    /// Reads what [#format] wrote; empty if it is something else.
    public static Optional<ScramVerifier> parse(String text) {
        int first = text.indexOf('$');
        int colon = text.indexOf(':', first + 1);
        int second = text.indexOf('$', colon + 1);
        int last = text.indexOf(':', second + 1);
        if (first < 0 || colon < 0 || second < 0 || last < 0) {
            return Optional.empty();
        }
        Optional<ScramHash> hash = ScramHash.of(text.substring(0, first));
        try {
            int iterations = Integer.parseInt(text.substring(first + 1, colon));
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] salt = base64.decode(text.substring(colon + 1, second));
            byte[] stored = base64.decode(text.substring(second + 1, last));
            byte[] server = base64.decode(text.substring(last + 1));
            return hash.filter(h -> h.length() == stored.length && h.length() == server.length)
                    .filter(_ -> iterations >= 1 && iterations <= MAX_ITERATIONS)
                    .map(h -> new ScramVerifier(h, iterations, salt, stored, server));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return hash.mechanism(); // the rest is nobody's business
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScramVerifier that && format().equals(that.format());
    }

    @Override
    public int hashCode() {
        return format().hashCode();
    }
}
