package dev.jvirt.virsh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All commands of a shell.
///
/// @param groups in the order of the help
public record CommandTable(List<CommandGroup> groups) {

    public CommandTable {
        groups = List.copyOf(groups);
    }

    /// The command of that name, or null.
    public @Nullable Command find(String name) {
        for (CommandGroup group : groups) {
            Command command = group.find(name);
            if (command != null) {
                return command;
            }
        }
        return null;
    }

    /// The command of that name, which is known to exist.
    public Command require(String name) {
        Command command = find(name);
        if (command == null) {
            throw new IllegalArgumentException("no command '" + name + "'");
        }
        return command;
    }

    /// The group with that title or keyword, or null.
    public @Nullable CommandGroup group(String name) {
        for (CommandGroup group : groups) {
            if (group.title().equals(name) || group.keyword().equals(name)) {
                return group;
            }
        }
        return null;
    }
}
