package dev.jvirt.virsh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the options of a program as `getopt_long` does: letters may be joined, names may be cut
/// short as long as they stay unique, and the first word that is no option ends them.
final class OptionScanner {
    /// The result of [#next] when there are no more options.
    static final char END = 0;

    /// The result of [#next] for an option that does not exist or takes no argument.
    static final char UNKNOWN = '?';

    /// The result of [#next] for an option that lacks its argument.
    static final char MISSING = ':';

    private final String[] arguments;
    private final List<LongOption> options;
    private int index;
    private int letter;
    private @Nullable String value;
    private String shown = "";
    private char culprit;

    OptionScanner(String[] arguments, List<LongOption> options) {
        this.arguments = arguments;
        this.options = options;
    }

    /// The letter of the next option, or one of the constants.
    char next() {
        value = null;
        culprit = 0;
        if (letter > 0) {
            return nextLetter();
        }
        if (index == arguments.length) {
            return END;
        }
        String word = arguments[index];
        if (word.equals("--")) {
            index++;
            return END;
        }
        if (word.length() < 2 || word.charAt(0) != '-') {
            return END;
        }
        if (word.startsWith("--")) {
            index++;
            return named(word);
        }
        letter = 1;
        return nextLetter();
    }

    /// The argument of the option that was read last, or null.
    @Nullable String value() {
        return value;
    }

    /// The option that was read last as the user wrote it, without its argument: `-d` or `--debug`.
    String shown() {
        return shown;
    }

    /// The letter of the option that is at fault, 0 if a name is.
    char culprit() {
        return culprit;
    }

    /// The word that was read last.
    String lastWord() {
        return arguments[index - 1];
    }

    /// The words behind the options.
    List<String> rest() {
        return List.of(arguments).subList(index, arguments.length);
    }

    /// The name that belongs to a letter; empty if there is none.
    String nameOf(char wanted) {
        LongOption option = byLetter(wanted);
        return option == null ? "" : option.name();
    }

    private char nextLetter() {
        String word = arguments[index];
        char c = word.charAt(letter++);
        boolean last = letter == word.length();
        if (last) {
            index++;
        }
        int behind = letter;
        if (last) {
            letter = 0;
        }
        shown = "-" + c;
        LongOption option = byLetter(c);
        if (option == null) {
            culprit = c;
            return UNKNOWN;
        }
        if (option.argument() == LongOption.Argument.REQUIRED) {
            letter = 0;
            if (!last) {
                value = word.substring(behind);
                index++;
            } else if (index < arguments.length) {
                value = arguments[index++];
            } else {
                culprit = c;
                return MISSING;
            }
        }
        return c;
    }

    private char named(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
        LongOption option = byName(name);
        if (option == null) {
            return UNKNOWN;
        }
        shown = "--" + option.name();
        if (equals >= 0) {
            if (option.argument() == LongOption.Argument.NONE) {
                culprit = option.letter();
                return UNKNOWN;
            }
            value = word.substring(equals + 1);
        } else if (option.argument() == LongOption.Argument.REQUIRED) {
            if (index == arguments.length) {
                culprit = option.letter();
                return MISSING;
            }
            value = arguments[index++];
        }
        return option.letter();
    }

    private @Nullable LongOption byName(String name) {
        LongOption found = null;
        boolean ambiguous = false;
        for (LongOption option : options) {
            if (option.name().isEmpty() || !option.name().startsWith(name)) {
                continue;
            }
            if (option.name().equals(name)) {
                return option;
            }
            if (!option.isOwn()) {
                ambiguous |= found != null;
                found = option;
            }
        }
        return ambiguous ? null : found;
    }

    private @Nullable LongOption byLetter(char wanted) {
        for (LongOption option : options) {
            if (option.letter() == wanted) {
                return option;
            }
        }
        return null;
    }
}
