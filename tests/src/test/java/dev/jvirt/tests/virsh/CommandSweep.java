package dev.jvirt.tests.virsh;

import dev.jvirt.tests.lab.Programs;
import java.util.ArrayList;
import java.util.List;

/// Lines that every command of C's virsh is good for: its help, an option that it does not know, no
/// arguments at all, and too many.
final class CommandSweep {
    /// What waits for something without any arguments, or prints how the shell itself is built.
    private static final List<String> SKIPPED =
            List.of(
                    "event",
                    "qemu-monitor-event",
                    "net-event",
                    "pool-event",
                    "nodedev-event",
                    "secret-event");

    private CommandSweep() {}

    /// The lines for all commands of some groups, by their keywords.
    static CommandLines of(String... keywords) {
        var lines = new ArrayList<CommandLine>();
        for (String keyword : keywords) {
            lines.add(CommandLine.parse("help " + keyword));
            for (String command : commands(keyword)) {
                lines.add(CommandLine.parse("help " + command));
                lines.add(CommandLine.parse(command + " --nosuchoption"));
                if (!SKIPPED.contains(command)) {
                    lines.add(CommandLine.parse(command));
                    lines.add(CommandLine.parse(command + " a1 b2 c3 d4 e5 f6 g7 h8 i9 j0 k1 l2"));
                }
            }
        }
        return new CommandLines("sweep-" + keywords[0], lines);
    }

    private static List<String> commands(String keyword) {
        var names = new ArrayList<String>();
        for (String line : Programs.run("virsh", "help", keyword).orFail().lines().toList()) {
            if (line.startsWith("    ")) {
                names.add(line.strip().split("\\s", 2)[0]);
            }
        }
        return names;
    }
}
