package dev.jvirt.tests.virsh;

import java.util.List;

/// One line for virsh.
///
/// @param text the commands
/// @param input what virsh reads meanwhile
record CommandLine(String text, String input) {
    private static final String INPUT = " <<< ";

    static CommandLine parse(String line) {
        int input = line.lastIndexOf(INPUT);
        if (input < 0) {
            return new CommandLine(line, "");
        }
        String read = line.substring(input + INPUT.length()).replace("\\n", "\n");
        return new CommandLine(line.substring(0, input), read);
    }

    /// The arguments of the program.
    ///
    /// @param here stands for `HERE` in the line
    List<String> arguments(String uri, String here) {
        String commands = text.replace("HERE", here);
        String option =
                text.startsWith("-q ") || text.startsWith("-r ") ? text.substring(0, 2) : "";
        return option.isEmpty()
                ? List.of("-c", uri, commands)
                : List.of("-c", uri, option, commands.substring(3));
    }

    /// Whether it asks for help, whose explanations are words of our own.
    boolean asksForHelp() {
        return text.startsWith("help") || text.endsWith("--help");
    }
}
