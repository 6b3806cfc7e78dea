package dev.jvirt.rpc.sasl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/// The mechanisms that are known here, the best ones first.
public enum SaslMechanism {
    GSSAPI("GSSAPI", 256, false),
    SCRAM_SHA_256("SCRAM-SHA-256", 0, false),
    SCRAM_SHA_1("SCRAM-SHA-1", 0, false),
    DIGEST_MD5("DIGEST-MD5", 128, false),
    PLAIN("PLAIN", 0, true),
    EXTERNAL("EXTERNAL", 0, false);

    private final String word;
    private final int maxSsf;
    private final boolean plaintext;

    /// @param maxSsf how strong its security layer can be
    /// @param plaintext whether it sends the password itself
    SaslMechanism(String word, int maxSsf, boolean plaintext) {
        this.word = word;
        this.maxSsf = maxSsf;
        this.plaintext = plaintext;
    }

    /// Its registered name.
    public String word() {
        return word;
    }

    /// The mechanism of that name, in whatever case.
    public static Optional<SaslMechanism> of(String word) {
        for (SaslMechanism mechanism : values()) {
            if (mechanism.word.equalsIgnoreCase(word)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    /// The known mechanisms of a list that spaces or commas part, in its order.
    public static List<SaslMechanism> list(String words) {
        var list = new ArrayList<SaslMechanism>();
        var tokens = new StringTokenizer(words, " ,\t");
        while (tokens.hasMoreTokens()) {
            of(tokens.nextToken()).filter(known -> !list.contains(known)).ifPresent(list::add);
        }
        return list;
    }

    /// Whether it can bring what a connection needs.
    public boolean fits(SecurityNeeds needs) {
        return maxSsf >= needs.minSsf() && (needs.plaintext() || !plaintext);
    }

    /// Whether the user has to give a name and a password.
    public boolean asksPassword() {
        return switch (this) {
            case SCRAM_SHA_256, SCRAM_SHA_1, DIGEST_MD5, PLAIN -> true;
            case GSSAPI, EXTERNAL -> false;
        };
    }
}
