package dev.jvirt.rpc.sasl.digest;

import dev.jvirt.rpc.sasl.SecurityNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/// The `qop` of a login: what is done to the bytes after it.
enum Protection {
    /// Nothing.
    AUTH("auth", 0),
    /// Changes are noticed.
    INTEGRITY("auth-int", 1),
    /// Nobody else can read them.
    CONFIDENTIALITY("auth-conf", 56);

    private final String word;
    private final int minSsf;

    Protection(String word, int minSsf) {
        this.word = word;
        this.minSsf = minSsf;
    }

    String word() {
        return word;
    }

    /// What a connection may be given, the best first.
    static List<Protection> allowed(SecurityNeeds needs) {
        var allowed = new ArrayList<Protection>();
        for (Protection protection : List.of(CONFIDENTIALITY, INTEGRITY, AUTH)) {
            int best = protection == CONFIDENTIALITY ? DigestCipher.RC4.ssf() : protection.minSsf;
            if (protection.minSsf <= needs.maxSsf() && best >= needs.minSsf()) {
                allowed.add(protection);
            }
        }
        return allowed;
    }

    /// The words of a list.
    static List<String> words(String list) {
        var words = new ArrayList<String>();
        var tokens = new StringTokenizer(list, ", \t");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
