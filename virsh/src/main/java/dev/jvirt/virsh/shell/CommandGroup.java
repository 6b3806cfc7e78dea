package dev.jvirt.virsh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commands about one subject.
public interface CommandGroup {
    /// Its heading in the help.
    String title();

    /// The word that asks for its part of the help.
    String keyword();

    /// The commands to show in lists, in order; others are found, but kept out of sight.
    List<String> names();

    /// Builds the row of a command, or of the command that an old name now stands for; null if it
    /// is none of this group.
    @Nullable Command find(String name);
}
