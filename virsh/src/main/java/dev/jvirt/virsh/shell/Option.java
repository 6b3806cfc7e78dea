package dev.jvirt.virsh.shell;

import org.jspecify.annotations.Nullable;

/// An option of a command.
///
/// @param name without its dashes
/// @param kind what it takes
/// @param help its line in the help; for an alias the option it stands for, or `option=value`
/// @param required whether the command cannot do without it
/// @param emptyAllowed whether an empty text is a value
/// @param explicit whether the name must be given: a word alone never becomes its value
/// @param completer knows its values; null if nobody does
public record Option(
        String name,
        OptionKind kind,
        String help,
        boolean required,
        boolean emptyAllowed,
        boolean explicit,
        @Nullable Completer completer) {

    /// An option that is there or not.
    public static Option flag(String name, String help) {
        return of(name, OptionKind.FLAG, help);
    }

    /// An option with a number.
    public static Option number(String name, String help) {
        return of(name, OptionKind.NUMBER, help);
    }

    /// An option with a text.
    public static Option string(String name, String help) {
        return of(name, OptionKind.STRING, help);
    }

    /// A text that the command needs.
    public static Option data(String name, String help) {
        return new Option(name, OptionKind.DATA, help, true, false, false, null);
    }

    /// The words that are left.
    public static Option arguments(String name, String help) {
        return of(name, OptionKind.ARGUMENTS, help);
    }

    /// Another name of an option.
    ///
    /// @param target the name of an option that is defined later, or `name=value`
    public static Option alias(String name, String target) {
        return of(name, OptionKind.ALIAS, target);
    }

    /// The same option, which may also be empty.
    public Option allowingEmpty() {
        return new Option(name, kind, help, required, true, explicit, completer);
    }

    /// The same option, without which the command cannot do.
    public Option mandatory() {
        return new Option(name, kind, help, true, emptyAllowed, explicit, completer);
    }

    /// The same option, whose name must be given.
    public Option named() {
        return new Option(name, kind, help, required, emptyAllowed, true, completer);
    }

    /// The same option with somebody who knows its values.
    public Option completedBy(Completer values) {
        return new Option(name, kind, help, required, emptyAllowed, explicit, values);
    }

    /// Whether a word without an option's name may become its value.
    boolean positional() {
        return kind != OptionKind.FLAG && kind != OptionKind.ALIAS && !explicit;
    }

    private static Option of(String name, OptionKind kind, String help) {
        return new Option(name, kind, help, false, false, false, null);
    }
}
