package dev.jvirt.host.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The program that gives up rights and then becomes the one that was meant.
///
/// A thread of ours could give them up before the start instead, for itself alone. But as long as
/// it ran as another user that user could kill it, and us with it.
final class SetPriv {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    private SetPriv() {}

    /// Whether it is needed.
    static boolean isNeeded(ProgramStart start) {
        return start.identity().isPresent() || start.isWithoutCapabilities();
    }

    /// Where it is; its usual place if it is missing.
    static Path program() {
        return PLACES.stream()
                .filter(place -> place.toFile().canExecute())
                .findFirst()
                .orElse(PLACES.getFirst());
    }

    /// Its arguments, the program and those of the program.
    static List<String> arguments(ProgramStart start) {
        var arguments = new ArrayList<String>();
        start.identity().ifPresent(identity -> add(identity, arguments));
        if (start.isWithoutCapabilities()) {
            arguments.add("--inh-caps=-all");
            arguments.add("--bounding-set=-all");
        }
        arguments.add("--");
        arguments.add(start.program().toString());
        arguments.addAll(start.arguments());
        return arguments;
    }

    private static void add(Identity identity, List<String> arguments) {
        arguments.add("--reuid=" + Integer.toUnsignedString(identity.user()));
        arguments.add("--regid=" + Integer.toUnsignedString(identity.group()));
        arguments.add(
                identity.groups().isEmpty()
                        ? "--clear-groups"
                        : identity.groups().stream()
                                .map(Integer::toUnsignedString)
                                .collect(Collectors.joining(",", "--groups=", "")));
    }
}
