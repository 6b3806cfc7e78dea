package dev.jvirt.virsh.shell;

/// A piece of a line.
///
/// @param text the word without its quotes; empty for the other kinds
/// @param end how much of the line has been read with it
record Token(Kind kind, String text, int end) {

    /// What a piece is.
    enum Kind {
        WORD,
        END_OF_COMMAND,
        END
    }
}
