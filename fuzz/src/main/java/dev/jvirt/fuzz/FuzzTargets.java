package dev.jvirt.fuzz;

import java.util.List;
import java.util.stream.Stream;

/// All targets.
public final class FuzzTargets {
    private FuzzTargets() {}

    /// All of them, in the order in which `bin/fuzz` runs them.
    public static List<FuzzTarget> all() {
        return Stream.of(
                        WireTargets.all(),
                        ConversationTargets.all(),
                        DocumentTargets.all(),
                        TextTargets.all(),
                        SaslTargets.all())
                .flatMap(List::stream)
                .toList();
    }

    /// The one with that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static FuzzTarget require(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no target " + name));
    }
}
