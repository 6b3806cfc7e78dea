package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which options of a command have been given so far, and which one the next plain word is for.
final class OptionSlots {
    private final List<Option> options;
    private final boolean[] seen;
    private final boolean[] open;
    private String lastName = "";

    OptionSlots(List<Option> options) {
        this.options = options;
        seen = new boolean[options.size()];
        open = new boolean[options.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = options.get(i).positional();
        }
    }

    /// An option that was named.
    ///
    /// @param value what an alias stands for, null if it stands for the option alone
    record Match(Option option, @Nullable String value) {}

    /// The option of that name, aliases followed; null if there is none.
    ///
    /// @param attached whether a value was written behind the name
    /// @throws CommandFailure if it was given before
    @Nullable Match byName(String name, boolean attached) {
        lastName = name;
        String value = null;
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            if (!option.name().equals(lastName)) {
                continue;
            }
            if (option.kind() != OptionKind.ALIAS) {
                return take(i, value);
            }
            String target = option.help();
            int equals = target.indexOf('=');
            if (equals >= 0 && attached) {
                throw new CommandFailure("invalid '=' after option --" + option.name());
            }
            lastName = equals < 0 ? target : target.substring(0, equals);
            value = equals < 0 ? null : target.substring(equals + 1);
        }
        return null;
    }

    private Match take(int index, @Nullable String value) {
        Option option = options.get(index);
        if (seen[index] && option.kind() != OptionKind.ARGUMENTS) {
            throw new CommandFailure("option --" + option.name() + " already seen");
        }
        seen[index] = true;
        return new Match(option, value);
    }

    /// The name that was looked for last, after aliases.
    String lastName() {
        return lastName;
    }

    /// Says that an option got its value by name, so that no plain word is for it any more.
    void taken(Option option) {
        if (option.kind() != OptionKind.ARGUMENTS) {
            open[options.indexOf(option)] = false;
        }
    }

    /// The option that the next plain word belongs to; null if none is left.
    @Nullable Option nextPositional() {
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                Option option = options.get(i);
                open[i] = option.kind() == OptionKind.ARGUMENTS;
                seen[i] = true;
                return option;
            }
        }
        return null;
    }

    /// Refuses a command that lacks an option it needs.
    void checkRequired(String command) {
        var missing = new ArrayList<String>();
        for (int i = 0; i < seen.length; i++) {
            Option option = options.get(i);
            if (!option.required() || seen[i]) {
                continue;
            }
            boolean byPlace =
                    option.kind() == OptionKind.DATA || option.kind() == OptionKind.ARGUMENTS;
            String form = byPlace ? "<" + option.name() + ">" : "--" + option.name();
            missing.add("command '" + command + "' requires " + form + " option");
        }
        if (!missing.isEmpty()) {
            throw new CommandFailure(missing);
        }
    }
}
