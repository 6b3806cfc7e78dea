package dev.jvirt.virsh.shell;

/// An option of the program itself, before the command.
///
/// @param name without its dashes; empty if it has only a letter
/// @param letter its short form
/// @param argument whether it takes one
record LongOption(String name, char letter, Argument argument) {

    /// Whether it is none of libvirt's: it has no letter that anybody could type, and its name must
    /// not be cut short, so that it takes no short form from the others.
    boolean isOwn() {
        return letter >= ProgramOptions.FIRST_OWN;
    }

    /// What an option takes.
    enum Argument {
        NONE,
        REQUIRED,
        /// Only behind `=`, and never behind the letter.
        OPTIONAL
    }
}
