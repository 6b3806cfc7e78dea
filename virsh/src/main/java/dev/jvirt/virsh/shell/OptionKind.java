package dev.jvirt.virsh.shell;

/// What an [Option] takes.
public enum OptionKind {
    /// Nothing: it is there or it is not.
    FLAG,
    /// A number.
    NUMBER,
    /// A text that may be left out.
    STRING,
    /// A text that must be there and is mostly given without the option's name.
    DATA,
    /// All words that are left.
    ARGUMENTS,
    /// Another name of an option that follows it; may stand for a value of that option, too.
    ALIAS
}
