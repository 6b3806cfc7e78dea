package dev.jvirt.virsh.shell;

/// An option of the program itself, before the command.
///
/// @param name without its dashes; empty if it has only a letter
/// @param letter its short form
/// @param argument whether it takes one
record LongOption(String name, char letter, Argument argument) {

    /// What an option takes.
    enum Argument {
        NONE,
        REQUIRED,
        /// Only behind `=`, and never behind the letter.
        OPTIONAL
    }
}
