package dev.jvirt.fuzz;

import java.util.Optional;

/// The door for Jazzer, which looks for these two methods.
public final class Fuzzing {
    private static Optional<FuzzTarget> target = Optional.empty();

    private Fuzzing() {}

    /// Chooses the target by its name.
    public static void fuzzerInitialize(String[] arguments) {
        target = Optional.of(FuzzTargets.require(arguments[0]));
    }

    /// Feeds one input to it.
    public static void fuzzerTestOneInput(byte[] input) {
        target.orElseThrow().feed(input);
    }
}
