package dev.jvirt.virsh.shell;

import java.util.List;
import java.util.OptionalInt;

/// What a program that is a shell says about itself.
public interface Program {
    /// The options in front of the command that it knows, by their letters.
    List<Character> letters();

    /// Does the program's work if the options want it done elsewhere than here.
    ///
    /// @return the status to end with, empty if it is to be done here
    default OptionalInt elsewhere(String[] arguments, ProgramOptions options) {
        return OptionalInt.empty();
    }

    /// What kind of terminal it is.
    String greeting();

    /// The text of `--help`.
    String usage();

    /// The text of `--version`.
    String version();

    /// The text of `--version=long`.
    String longVersion();
}
