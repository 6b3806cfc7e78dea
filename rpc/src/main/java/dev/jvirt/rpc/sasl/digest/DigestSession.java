package dev.jvirt.rpc.sasl.digest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The arithmetic of one login: what both ends compute of the same words.
public final class DigestSession {
    private static final String COUNT = "00000001";
    private static final String NO_BODY = ":00000000000000000000000000000000";

    private final byte[] secret;
    private final Words words;
    private final Protection protection;

    /// What both ends have said.
    ///
    /// @param authorization who to act as; empty text: the user itself
    /// @param uri the service that is meant
    record Words(String nonce, String cnonce, String authorization, String uri) {}

    /// @param secret what [#secret(String, String, String)] makes
    /// @param protection what is done to the bytes afterwards
    DigestSession(byte[] secret, Words words, Protection protection) {
        this.secret = secret;
        this.words = words;
        this.protection = protection;
    }

    Words words() {
        return words;
    }

    Protection protection() {
        return protection;
    }

    /// What the keys of a user are made of.
    public static byte[] secret(String name, String realm, String password) {
        return md5(hashed(name), colon(), hashed(realm), colon(), hashed(password));
    }

    /// Latin 1 where that is possible, whatever the message itself is written in.
    private static byte[] hashed(String text) {
        boolean latin = text.chars().allMatch(c -> c <= 0xff);
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }

    private static byte[] colon() {
        return new byte[] {':'};
    }

    /// What the client proves that it knows the password with.
    String clientProof() {
        return proof("AUTHENTICATE:");
    }

    /// What the server proves that it has known it with.
    String serverProof() {
        return proof(":");
    }

    private String proof(String verb) {
        String body = protection == Protection.AUTH ? "" : NO_BODY;
        String what = hex(md5(utf8(verb + words.uri() + body)));
        String proven =
                String.join(
                        ":",
                        hex(base()),
                        words.nonce(),
                        COUNT,
                        words.cnonce(),
                        protection.word(),
                        what);
        return hex(md5(utf8(proven)));
    }

    /// What all keys come from.
    private byte[] base() {
        String tail = ":" + words.nonce() + ":" + words.cnonce();
        return md5(
                secret,
                utf8(words.authorization().isEmpty() ? tail : tail + ":" + words.authorization()));
    }

    /// The key that makes or checks signatures.
    byte[] signingKey(boolean fromClient) {
        String direction = fromClient ? "client-to-server" : "server-to-client";
        return md5(
                base(), utf8("Digest session key to " + direction + " signing key magic constant"));
    }

    /// The key of a cipher.
    byte[] sealingKey(boolean fromClient) {
        String direction = fromClient ? "client-to-server" : "server-to-client";
        return md5(base(), utf8("Digest H(A1) to " + direction + " sealing key magic constant"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
