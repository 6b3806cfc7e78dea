package dev.jvirt.tests.conformance;

import dev.jvirt.api.LibvirtException;
import java.util.Optional;

/// The cases of one folder of the corpus, and how to run them.
public interface Family {
    /// The name of the folder.
    String name();

    /// The result of a case.
    ///
    /// @throws LibvirtException if our code refuses the input
    String run(Case test);

    /// Why a case fails; empty if it passes. The rules of the corpus' README; a family whose
    /// results are no text has its own.
    default Optional<String> check(Case test) {
        String result;
        try {
            result = run(test);
        } catch (LibvirtException e) {
            return refused(test, e);
        }
        if (test.kind() != Case.Kind.SUCCESS) {
            return Optional.of(
                    "accepted, but must fail with: " + test.expectedError().orElse("any error"));
        }
        return test.expected().flatMap(expected -> Comparison.difference(expected, result));
    }

    private static Optional<String> refused(Case test, LibvirtException error) {
        if (test.kind() == Case.Kind.SUCCESS) {
            return Optional.of("refused: " + error.getMessage());
        }
        var expected = test.expectedError();
        return expected.filter(e -> !e.equals(error.getMessage()))
                .map(e -> "wrong error: \"%s\" instead of \"%s\"".formatted(error.getMessage(), e));
    }
}
