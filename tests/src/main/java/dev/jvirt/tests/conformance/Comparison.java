package dev.jvirt.tests.conformance;

import java.util.Optional;

/// Compares texts byte by byte.
public final class Comparison {
    private Comparison() {}

    /// The first difference; empty if there is none.
    public static Optional<String> difference(String expected, String result) {
        String actual = expected.endsWith("\n") && !result.endsWith("\n") ? result + '\n' : result;
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        String[] wanted = expected.split("\n", -1);
        String[] found = actual.split("\n", -1);
        for (int i = 0; i < Math.max(wanted.length, found.length); i++) {
            String want = i < wanted.length ? wanted[i] : "<end>";
            String have = i < found.length ? found[i] : "<end>";
            if (!want.equals(have)) {
                return Optional.of(
                        "line %d: \"%s\" instead of \"%s\"".formatted(i + 1, have, want));
            }
        }
        return Optional.of("different line ends");
    }
}
