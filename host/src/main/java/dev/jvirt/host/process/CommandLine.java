package dev.jvirt.host.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Command lines for people to read, in the quoting of a shell.
public final class CommandLine {
    private static final String SPECIAL = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";

    private CommandLine() {}

    /// A program and its arguments on one line.
    public static String of(Path program, List<String> arguments) {
        return Stream.concat(Stream.of(program.toString()), arguments.stream())
                .map(CommandLine::quote)
                .collect(Collectors.joining(" "));
    }

    /// One word as a shell takes it.
    public static String quote(String word) {
        boolean plain =
                !word.isEmpty() && word.chars().noneMatch(letter -> SPECIAL.indexOf(letter) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
