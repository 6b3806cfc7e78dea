package dev.jvirt.virsh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages that `help` and `--help` show.
public final class HelpText {
    /// The option that every command has.
    static final Option OPTION = Option.flag("help", "print help for this function");

    private static final int COMMAND_COLUMN = 30;
    private static final int OPTION_COLUMN = 15;

    private final StringBuilder text = new StringBuilder();

    private HelpText() {}

    /// All commands.
    static String ofAll(CommandTable table) {
        var page = new HelpText();
        page.text.append("Grouped commands:\n\n");
        for (CommandGroup group : table.groups()) {
            page.group(group, ":");
            page.text.append('\n');
        }
        return page.text.toString();
    }

    /// The commands of a group.
    static String of(CommandGroup group) {
        var page = new HelpText();
        page.group(group, ":");
        return page.text.toString();
    }

    /// All commands as a program's `--help` shows them, below its options.
    public static String ofProgram(CommandTable table, String program, String options) {
        var page = new HelpText();
        page.text
                .append('\n')
                .append(program)
                .append(" [options]... [<command_string>]\n")
                .append(program)
                .append(" [options]... <command> [args...]\n\n  options:\n")
                .append(options)
                .append("  commands (non interactive mode):\n\n");
        for (CommandGroup group : table.groups()) {
            page.group(group, "");
            page.text.append('\n');
        }
        page.text
                .append("\n  (help <group> tells about the commands of a group)\n")
                .append("\n  (help <command> tells about a command)\n\n");
        return page.text.toString();
    }

    /// The page of a command.
    static String of(Command command) {
        var page = new HelpText();
        page.name(command);
        page.synopsis(command);
        if (!command.description().isEmpty()) {
            page.text.append("\n  DESCRIPTION\n    ").append(command.description()).append('\n');
        }
        page.options(command.options());
        page.text.append('\n');
        return page.text.toString();
    }

    private void group(CommandGroup group, String end) {
        text.append(' ')
                .append(group.title())
                .append(" (help keyword '")
                .append(group.keyword())
                .append("')")
                .append(end)
                .append('\n');
        for (String name : group.names()) {
            @Nullable Command command = group.find(name);
            if (command != null) {
                text.append("    ");
                padded(name, COMMAND_COLUMN);
                text.append(' ').append(command.summary()).append('\n');
            }
        }
    }

    private void name(Command command) {
        text.append("  NAME\n    ")
                .append(command.name())
                .append(" - ")
                .append(command.summary())
                .append('\n');
    }

    private void synopsis(Command command) {
        text.append("\n  SYNOPSIS\n    ").append(command.name());
        boolean positional = false;
        for (Option option : command.options()) {
            if (option.kind() != OptionKind.ARGUMENTS) {
                positional |= option.positional();
            }
            String form = synopsis(option, positional);
            if (!form.isEmpty()) {
                text.append(' ').append(form);
            }
        }
        text.append('\n');
    }

    /// @param positional whether an option before it may be given without its name
    private static String synopsis(Option option, boolean positional) {
        String name = option.name();
        return switch (option.kind()) {
            case FLAG -> "[--" + name + "]";
            case NUMBER -> option.required() ? "<" + name + ">" : "[--" + name + " <number>]";
            case STRING -> "[--" + name + " <string>]";
            case DATA -> option.required() ? "<" + name + ">" : "[<" + name + ">]";
            case ARGUMENTS -> {
                String word = positional ? "[--" + name + "] <string>" : "<" + name + ">";
                if (option.required()) {
                    yield (positional ? "{" + word + "}" : word) + "...";
                }
                yield "[" + word + "]...";
            }
            case ALIAS -> "";
        };
    }

    private void options(List<Option> options) {
        if (options.isEmpty()) {
            return;
        }
        text.append("\n  OPTIONS\n");
        boolean positional = false;
        for (Option option : options) {
            positional |= option.kind() != OptionKind.ARGUMENTS && option.positional();
        }
        for (Option option : options) {
            String form = form(option, positional);
            if (!form.isEmpty()) {
                text.append("    ");
                padded(form, OPTION_COLUMN);
                text.append("  ").append(option.help()).append('\n');
            }
        }
    }

    private static String form(Option option, boolean positional) {
        String name = option.name();
        return switch (option.kind()) {
            case FLAG -> "--" + name;
            case NUMBER ->
                    option.required() ? "[--" + name + "] <number>" : "--" + name + " <number>";
            case STRING -> "--" + name + " <string>";
            case DATA -> "[--" + name + "] <string>";
            case ARGUMENTS -> positional ? "[--" + name + "] <string>" : "<" + name + ">";
            case ALIAS -> "";
        };
    }

    private void padded(String word, int width) {
        text.append(word);
        for (int i = word.length(); i < width; i++) {
            text.append(' ');
        }
    }
}
