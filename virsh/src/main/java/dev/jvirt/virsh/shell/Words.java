package dev.jvirt.virsh.shell;

import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A command as it was typed: which of its options were given, and with what values.
public final class Words {
    private final Command command;
    private final List<Word> given;

    /// @param given in the order of the line
    Words(Command command, List<Word> given) {
        this.command = command;
        this.given = List.copyOf(given);
    }

    /// One option that was given.
    ///
    /// @param value null for an option that is there or not, or whose value is still to be typed
    /// @param underCursor whether the cursor stands at its end
    record Word(Option option, @Nullable String value, boolean underCursor) {}

    /// The command.
    public Command command() {
        return command;
    }

    /// Whether the option was given.
    public boolean has(String name) {
        return find(name) != null;
    }

    /// The value of a text option, if it was given.
    ///
    /// @throws CommandFailure if it is empty and must not be
    public Optional<String> text(String name) {
        Word word = find(name);
        if (word == null) {
            return Optional.empty();
        }
        if (isWronglyEmpty(word)) {
            throw new CommandFailure(
                    "Failed to get option '" + name + "': Option argument is empty");
        }
        return Optional.ofNullable(word.value());
    }

    /// Ends the command without a word if the option was given with an empty text.
    public void checkNotEmpty(String name) {
        Word word = find(name);
        if (word != null && isWronglyEmpty(word)) {
            throw CommandFailure.silent();
        }
    }

    /// The value of a text option; empty if it was not given.
    public String textOrEmpty(String name) {
        String value = value(name);
        return value == null ? "" : value;
    }

    /// The value of an option that the command cannot do without.
    public String require(String name) {
        return text(name)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        "Failed to get option '"
                                                + name
                                                + "': Mandatory option not present"));
    }

    /// The value of a number option, if it was given.
    ///
    /// @throws CommandFailure if it is no number between -2^31 and 2^31-1
    public OptionalInt number(String name) {
        String value = value(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        OptionalInt number = Numbers.toInt(value, 10);
        if (number.isEmpty()) {
            throw malformed("Numeric value", value, name);
        }
        return number;
    }

    /// The value of a number option that is not negative, if it was given: 0 to 2^32-1.
    public OptionalLong unsignedNumber(String name) {
        String value = value(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.toUnsignedInt(value);
        if (number.isEmpty()) {
            throw malformed("Numeric value", value, name);
        }
        return number;
    }

    /// The value of an option that the command cannot do without: a number from 0 to 2^64-1.
    ///
    /// @return to be taken as an unsigned number
    public long unsignedLong(String name) {
        String value = require(name);
        OptionalLong number = Numbers.toUnsignedLong(value);
        if (number.isEmpty()) {
            throw malformed("Numeric value", value, name);
        }
        return number.getAsLong();
    }

    /// The value of an option with a number from 0 to 2^64-1, if it was given.
    ///
    /// @return to be taken as an unsigned number
    public OptionalLong unsignedLongIfGiven(String name) {
        return value(name) == null ? OptionalLong.empty() : OptionalLong.of(unsignedLong(name));
    }

    /// The value of an option with a number of 64 bits, if it was given.
    public OptionalLong longNumber(String name) {
        String value = value(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.toLong(value);
        if (number.isEmpty()) {
            throw malformed("Numeric value", value, name);
        }
        return number;
    }

    /// The value of an option with a number from 0 to 2^64-1, if it was given; a negative one
    /// stands for one that is as far below 2^64.
    ///
    /// @return to be taken as an unsigned number
    public OptionalLong wrappingNumber(String name) {
        String value = value(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.toWrapped(value);
        if (number.isEmpty()) {
            throw malformed("Numeric value", value, name);
        }
        return number;
    }

    /// The value of a size option in units of a byte, if it was given: a number with one of
    /// libvirt's suffixes.
    ///
    /// @param scale what a number without a suffix is multiplied with
    public OptionalLong scaledNumber(String name, long scale) {
        String value = value(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(ScaledNumber.parse(value, scale));
        } catch (NumberFormatException e) {
            CommandFailure failure = malformed("Scaled numeric value", value, name);
            throw e.getCause() instanceof LibvirtException reason
                    ? new CommandFailure(failure.lines().getFirst(), reason)
                    : failure;
        }
    }

    /// The value of `--timeout` in milliseconds, if it was given.
    public OptionalInt timeoutMillis() {
        OptionalLong seconds = unsignedNumber("timeout");
        if (seconds.isEmpty()) {
            return OptionalInt.empty();
        }
        long value = seconds.getAsLong();
        if (value == 0 || value > Integer.MAX_VALUE / 1000) {
            throw malformed("Numeric value", Long.toString(value), "timeout");
        }
        return OptionalInt.of((int) value * 1000);
    }

    /// The words that were left for the option that takes them all.
    public List<String> arguments() {
        var arguments = new ArrayList<String>();
        for (Word word : given) {
            if (word.option().kind() == OptionKind.ARGUMENTS && word.value() != null) {
                arguments.add(word.value());
            }
        }
        return arguments;
    }

    /// Refuses two options that contradict each other.
    public void exclusive(String one, String other) {
        if (has(one) && has(other)) {
            throw new CommandFailure(
                    "Options --" + one + " and --" + other + " are mutually exclusive");
        }
    }

    /// Refuses an option without another one that it belongs to.
    public void requires(String option, String needed) {
        if (has(option) && !has(needed)) {
            throw new CommandFailure("Option --" + needed + " is required by option --" + option);
        }
    }

    /// The option whose value the cursor stands at, or null.
    @Nullable Option underCursor() {
        for (Word word : given) {
            if (word.underCursor()) {
                return word.option();
            }
        }
        return null;
    }

    private @Nullable String value(String name) {
        Word word = find(name);
        return word == null ? null : word.value();
    }

    private @Nullable Word find(String name) {
        for (Word word : given) {
            if (word.option().name().equals(name)) {
                return word;
            }
        }
        return null;
    }

    private static boolean isWronglyEmpty(Word word) {
        return word.value() != null && word.value().isEmpty() && !word.option().emptyAllowed();
    }

    private static CommandFailure malformed(String what, String value, String name) {
        return new CommandFailure(
                what + " '" + value + "' for <" + name + "> option is malformed or out of range");
    }
}
