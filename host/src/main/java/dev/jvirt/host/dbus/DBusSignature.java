package dev.jvirt.host.dbus;

import java.io.IOException;

/// The types of values, one letter each, with brackets around what belongs together.
final class DBusSignature {
    static final int MAX_LENGTH = 255;

    private static final int MAX_DEPTH = 32;
    private static final String SIMPLE = "ybnqiuxtdsogv";

    private DBusSignature() {}

    /// Where the complete type that begins there ends.
    static int end(String signature, int at) throws IOException {
        return end(signature, at, 0);
    }

    private static int end(String signature, int at, int depth) throws IOException {
        if (at >= signature.length() || depth > MAX_DEPTH) {
            throw malformed(signature);
        }
        char c = signature.charAt(at);
        if (SIMPLE.indexOf(c) >= 0) {
            return at + 1;
        }
        return switch (c) {
            case 'a' ->
                    at + 1 < signature.length() && signature.charAt(at + 1) == '{'
                            ? entry(signature, at + 1, depth + 1)
                            : end(signature, at + 1, depth + 1);
            case '(' -> structure(signature, at, depth + 1);
            default -> throw malformed(signature);
        };
    }

    private static int structure(String signature, int open, int depth) throws IOException {
        int at = open + 1;
        do {
            at = end(signature, at, depth);
        } while (at < signature.length() && signature.charAt(at) != ')');
        return closed(signature, at, ')');
    }

    private static int entry(String signature, int open, int depth) throws IOException {
        int key = end(signature, open + 1, depth);
        if (key != open + 2 || signature.charAt(open + 1) == 'v') {
            throw malformed(signature);
        }
        return closed(signature, end(signature, key, depth), '}');
    }

    private static int closed(String signature, int at, char bracket) throws IOException {
        if (at >= signature.length() || signature.charAt(at) != bracket) {
            throw malformed(signature);
        }
        return at + 1;
    }

    /// The boundary at which a value of a type begins.
    static int alignment(char type) {
        return switch (type) {
            case 'n', 'q' -> 2;
            case 'b', 'i', 'u', 's', 'o', 'a' -> 4;
            case 'x', 't', 'd', '(', '{' -> 8;
            default -> 1;
        };
    }

    private static IOException malformed(String signature) {
        return new IOException("'%s' is no signature of D-Bus".formatted(signature));
    }
}
