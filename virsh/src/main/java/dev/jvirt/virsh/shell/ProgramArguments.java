package dev.jvirt.virsh.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The arguments of a program as the user gave them. In a locale without UTF-8 the JVM spoils
/// characters beyond ASCII; the system still has them.
public final class ProgramArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char SPOILED = '\ufffd';

    private ProgramArguments() {}

    /// The arguments, unspoiled where that can be done.
    public static String[] decoded(String[] arguments) {
        for (String argument : arguments) {
            if (argument.indexOf(SPOILED) >= 0) {
                return read(arguments);
            }
        }
        return arguments;
    }

    private static String[] read(String[] arguments) {
        String text;
        try {
            text = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return arguments;
        }
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
            words.add(text.substring(start, end));
            start = end + 1;
        }
        int first = words.size() - arguments.length;
        return first < 0
                ? arguments
                : words.subList(first, words.size()).toArray(new String[arguments.length]);
    }
}
