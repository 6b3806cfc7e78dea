package dev.jvirt.daemon.sasl;

import dev.jvirt.rpc.sasl.SaslPrep;
import dev.jvirt.rpc.sasl.digest.DigestSession;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import dev.jvirt.rpc.sasl.scram.ScramVerifier;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A user: a name, and what recognises the password.
///
/// @param verifiers one for each hash function of SCRAM
/// @param digest for DIGEST-MD5, if the administrator wants that
record SaslUser(String name, List<ScramVerifier> verifiers, Optional<Digest> digest) {
    private static final String DIGEST = "DIGEST-MD5$";
    private static final int DIGITS = 32;

    SaslUser {
        verifiers = List.copyOf(verifiers);
    }

    /// What DIGEST-MD5 makes its keys of. Whoever has it can log in by that mechanism: it is as
    /// good as the password there.
    ///
    /// @param secret in hexadecimal digits
    record Digest(String realm, String secret) {
        byte[] bytes() {
            return HexFormat.of().parseHex(secret);
        }

        @Override
        public String toString() {
            return realm; // the rest is nobody's business
        }
    }

    /// A user with a new password.
    ///
    /// @param realm empty: DIGEST-MD5 is not for this user
    static SaslUser of(String name, String password, Optional<String> realm) {
        String prepared = SaslPrep.query(password);
        var verifiers = new ArrayList<ScramVerifier>();
        for (ScramHash hash : ScramHash.values()) {
            verifiers.add(ScramVerifier.of(hash, prepared));
        }
        // That mechanism is older than the preparation of texts.
        var digest =
                realm.map(
                        r ->
                                new Digest(
                                        r,
                                        HexFormat.of()
                                                .formatHex(
                                                        DigestSession.secret(name, r, password))));
        return new SaslUser(SaslPrep.query(name), verifiers, digest);
    }

    Optional<ScramVerifier> verifier(ScramHash hash) {
        return verifiers.stream().filter(verifier -> verifier.hash() == hash).findFirst();
    }

    /// The fields of its line, parted by tabs.
    String format() {
        var line = new StringBuilder(name);
        for (ScramVerifier verifier : verifiers) {
            line.append('\t').append(verifier.format());
        }
        digest.ifPresent(
                d ->
                        line.append('\t')
                                .append(DIGEST)
                                .append(d.realm())
                                .append('$')
                                .append(d.secret()));
        return line.toString();
    }

    /// Reads what [#format] wrote.
    ///
    /// @throws IllegalArgumentException that says what is wrong
    static SaslUser parse(String line) {
        List<String> fields = fields(line);
        String name = fields.getFirst();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a user without a name");
        }
        var verifiers = new ArrayList<ScramVerifier>();
        Optional<Digest> digest = Optional.empty();
        for (String field : fields.subList(1, fields.size())) {
            if (field.startsWith(DIGEST)) {
                digest = Optional.of(digest(field.substring(DIGEST.length())));
            } else {
                verifiers.add(verifier(name, field));
            }
        }
        return new SaslUser(name, verifiers, digest);
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(line.substring(from, tab));
            from = tab + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    private static ScramVerifier verifier(String name, String field) {
        return ScramVerifier.parse(field)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a verifier of user '%s' is none".formatted(name)));
    }

    private static Digest digest(String text) {
        int dollar = text.lastIndexOf('$');
        String secret = text.substring(dollar + 1);
        boolean hex = secret.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (dollar < 0 || secret.length() != DIGITS || !hex) {
            throw new IllegalArgumentException("a digest that is none");
        }
        return new Digest(text.substring(0, dollar), secret);
    }
}
