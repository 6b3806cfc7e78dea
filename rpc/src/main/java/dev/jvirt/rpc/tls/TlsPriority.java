package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// Which versions and ciphers may be used, in the words of GnuTLS's priority strings: the common
/// ones. What is not known is refused, never overlooked: it might be what keeps somebody out.
///
/// @param text as the user wrote it
/// @param versions that are allowed, by Java's names, the best first
/// @param ciphers that are allowed
/// @param serverChooses whether the order of the server counts
record TlsPriority(String text, Set<String> versions, Set<Cipher> ciphers, boolean serverChooses) {
    private static final String TLS13 = "TLSv1.3";
    private static final String TLS12 = "TLSv1.2";
    private static final String VERSION = "VERS-";

    /// A way to encrypt.
    enum Cipher {
        AES_256_GCM("AES-256-GCM", 256),
        CHACHA20_POLY1305("CHACHA20-POLY1305", 256),
        AES_128_GCM("AES-128-GCM", 128),
        AES_256_CBC("AES-256-CBC", 256),
        AES_128_CBC("AES-128-CBC", 128);

        private final String word;
        private final int bits;

        Cipher(String word, int bits) {
            this.word = word;
            this.bits = bits;
        }

        boolean isIn(String suite) {
            return suite.contains(name());
        }
    }

    /// Reads a priority string.
    ///
    /// @throws RpcException that names the part that is not understood
    static TlsPriority parse(String text) {
        var versions = new LinkedHashSet<>(List.of(TLS13, TLS12));
        var ciphers = new LinkedHashSet<Cipher>();
        boolean serverChooses = false;
        boolean first = true;
        for (String part : text.split(":", -1)) {
            if (first) {
                addAll(ciphers, base(text, part));
                first = false;
            } else if (part.startsWith("%")) {
                serverChooses |= option(text, part);
            } else {
                change(text, part, versions, ciphers);
            }
        }
        if (versions.isEmpty() || ciphers.isEmpty()) {
            throw invalid(text, "nothing is left");
        }
        return new TlsPriority(text, versions, ciphers, serverChooses);
    }

    private static void addAll(Set<Cipher> ciphers, Predicate<Cipher> allowed) {
        for (Cipher cipher : Cipher.values()) {
            if (allowed.test(cipher)) {
                ciphers.add(cipher);
            }
        }
    }

    private static Predicate<Cipher> base(String text, String word) {
        return switch (word) {
            case "NORMAL", "PERFORMANCE", "PFS", "SECURE128" -> _ -> true;
            case "SECURE192", "SECURE256" -> cipher -> cipher.bits == 256;
            case "NONE" -> _ -> false;
            default -> {
                if (!word.startsWith("@")) {
                    throw invalid(text, word);
                }
                // What a distribution has chosen for all programs: here that is Java's own choice.
                yield _ -> true;
            }
        };
    }

    /// @return whether the server's order counts
    private static boolean option(String text, String word) {
        return switch (word) {
            case "%SERVER_PRECEDENCE" -> true;
            // What these ask for is what we do in any case, or what we never do.
            case "%SAFE_RENEGOTIATION",
                    "%PARTIAL_RENEGOTIATION",
                    "%COMPAT",
                    "%LATEST_RECORD_VERSION",
                    "%STATELESS_COMPRESSION",
                    "%FALLBACK_SCSV",
                    "%PROFILE_LOW",
                    "%PROFILE_LEGACY",
                    "%PROFILE_MEDIUM" ->
                    false;
            default -> throw invalid(text, word);
        };
    }

    private static void change(
            String text, String part, Set<String> versions, Set<Cipher> ciphers) {
        char sign = part.isEmpty() ? 0 : part.charAt(0);
        if (sign != '+' && sign != '-' && sign != '!') {
            throw invalid(text, part);
        }
        boolean add = sign == '+';
        String word = part.substring(1);
        if (word.startsWith(VERSION)) {
            changeVersion(text, word, add, versions);
            return;
        }
        var meant = new ArrayList<Cipher>();
        for (Cipher cipher : Cipher.values()) {
            if (cipher.word.equals(word) || word.equals("CIPHER-ALL")) {
                meant.add(cipher);
            }
        }
        if (!meant.isEmpty()) {
            if (add) {
                ciphers.addAll(meant);
            } else {
                meant.forEach(ciphers::remove);
            }
        } else if (!isHarmless(word, add)) {
            throw invalid(text, part);
        }
    }

    private static void changeVersion(String text, String word, boolean add, Set<String> versions) {
        List<String> meant =
                switch (word) {
                    case "VERS-TLS1.3" -> List.of(TLS13);
                    case "VERS-TLS1.2" -> List.of(TLS12);
                    case "VERS-ALL", "VERS-TLS-ALL" -> List.of(TLS13, TLS12);
                    case "VERS-TLS1.1", "VERS-TLS1.0", "VERS-SSL3.0", "VERS-DTLS-ALL" -> {
                        if (add) {
                            throw invalid(text, "+" + word);
                        }
                        yield List.of();
                    }
                    default -> throw invalid(text, word);
                };
        if (add) {
            versions.addAll(meant);
        } else {
            meant.forEach(versions::remove);
        }
    }

    /// Taking away what is never used changes nothing, and neither does adding the usual.
    private static boolean isHarmless(String word, boolean add) {
        return switch (word) {
            case "ARCFOUR-128",
                    "3DES-CBC",
                    "MD5",
                    "COMP-DEFLATE",
                    "DHE-DSS",
                    "ANON-DH",
                    "ANON-ECDH" ->
                    !add;
            case "COMP-NULL",
                    "CTYPE-X509",
                    "CTYPE-X.509",
                    "SIGN-ALL",
                    "MAC-ALL",
                    "KX-ALL",
                    "GROUP-ALL",
                    "CURVE-ALL",
                    "COMP-ALL",
                    "CTYPE-ALL" ->
                    add;
            default -> false;
        };
    }

    private static RpcException invalid(String text, String part) {
        return TlsErrors.certificate(
                "Failed to set TLS session priority to %s: The request is invalid: '%s'"
                        .formatted(text, part));
    }

    /// Tells an engine.
    void apply(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(versions.toArray(String[]::new));
        var suites = new ArrayList<String>();
        for (String suite : engine.getEnabledCipherSuites()) {
            for (Cipher cipher : ciphers) {
                if (cipher.isIn(suite)) {
                    suites.add(suite);
                }
            }
        }
        parameters.setCipherSuites(suites.toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(serverChooses);
        engine.setSSLParameters(parameters);
    }

    /// How many bits the key of a suite has.
    static int bits(String suite) {
        for (Cipher cipher : Cipher.values()) {
            if (cipher.isIn(suite)) {
                return cipher.bits;
            }
        }
        return 0;
    }
}
