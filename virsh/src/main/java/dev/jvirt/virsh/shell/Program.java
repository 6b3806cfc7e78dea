package dev.jvirt.virsh.shell;

import java.util.List;

/// What a program that is a shell says about itself.
public interface Program {
    /// The options in front of the command that it knows, by their letters.
    List<Character> letters();

    /// What kind of terminal it is.
    String greeting();

    /// The text of `--help`.
    String usage();

    /// The text of `--version`.
    String version();

    /// The text of `--version=long`.
    String longVersion();
}
