package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Understands a line: which commands it names, and which word belongs to which option.
///
/// All commands of a line are understood before the first one runs, so that a mistake in the last
/// keeps all from running.
public final class CommandParser {
    private final CommandTable table;
    private final Output output;

    public CommandParser(CommandTable table, Output output) {
        this.table = table;
        this.output = output;
    }

    /// The commands of a line, which may have several.
    ///
    /// @throws CommandFailure at the first mistake
    public List<Words> parseLine(String line) {
        if (line.isEmpty()) {
            throw CommandFailure.silent();
        }
        return parse(new LineWords(line, false));
    }

    /// The one command that a program's arguments make.
    ///
    /// @throws CommandFailure at the first mistake
    public List<Words> parseArguments(List<String> arguments) {
        return parse(new ArgumentWords(arguments));
    }

    /// The last command of a line that is still being typed, as far as it makes sense; null if not
    /// even the command is known.
    ///
    /// @param line up to the cursor
    @Nullable Words parsePartial(String line) {
        var source = new LineWords(line, true);
        CommandWords last = null;
        try {
            while (true) {
                var command = new CommandWords(source, line.length());
                last = command;
                if (command.read() == Token.Kind.END) {
                    break;
                }
            }
        } catch (CommandFailure e) {
            // A line that is being typed is malformed most of the time; what it has so far counts.
        }
        return last == null ? null : last.soFar();
    }

    private List<Words> parse(WordSource source) {
        var commands = new ArrayList<Words>();
        while (true) {
            var command = new CommandWords(source, -1);
            Token.Kind end = command.read();
            Words words = command.finish();
            if (words != null) {
                commands.add(words);
            }
            if (end == Token.Kind.END) {
                return commands;
            }
        }
    }

    /// The words of one command, read one by one.
    private final class CommandWords {
        private final WordSource source;
        private final int cursor;
        private final List<Words.Word> given = new ArrayList<>();
        private @Nullable Command command;
        private OptionSlots slots = new OptionSlots(List.of());

        /// @param cursor where it stands, -1 if nobody is typing
        CommandWords(WordSource source, int cursor) {
            this.source = source;
            this.cursor = cursor;
        }

        /// Reads up to the end of the command.
        Token.Kind read() {
            boolean onlyData = false;
            while (true) {
                Token token = source.next();
                if (token.kind() != Token.Kind.WORD) {
                    return token.kind();
                }
                String word = token.text();
                if (command == null) {
                    if (word.startsWith("#")) {
                        return skipComment();
                    }
                    begin(word);
                } else if (!onlyData && word.equals("--")) {
                    onlyData = true;
                } else if (!onlyData && looksLikeOption(word)) {
                    option(word, token.end());
                } else {
                    data(word, token.end());
                }
            }
        }

        private Token.Kind skipComment() {
            Token token = source.next();
            while (token.kind() == Token.Kind.WORD) {
                token = source.next();
            }
            return token.kind();
        }

        private void begin(String word) {
            Command found = table.find(word);
            if (found == null) {
                throw new CommandFailure("unknown command: '" + word + "'");
            }
            command = found;
            slots = new OptionSlots(found.options());
        }

        private static boolean looksLikeOption(String word) {
            return word.length() > 2 && word.startsWith("--") && isAlphanumeric(word.charAt(2));
        }

        private static boolean isAlphanumeric(char c) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }

        private void option(String word, int end) {
            int equals = word.indexOf('=', 2);
            String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            String attached = equals < 0 ? null : word.substring(equals + 1);
            if (name.equals(HelpText.OPTION.name())) {
                flag(HelpText.OPTION, attached, end);
                return;
            }
            OptionSlots.Match match = slots.byName(name, attached != null);
            if (match == null) {
                if (isHelp()) {
                    return;
                }
                throw new CommandFailure(
                        "command '" + name() + "' doesn't support option --" + slots.lastName());
            }
            Option option = match.option();
            if (option.kind() == OptionKind.FLAG) {
                flag(option, attached, end);
                return;
            }
            String value = match.value() != null ? match.value() : attached;
            if (value == null) {
                Token next = source.next();
                if (next.kind() != Token.Kind.WORD) {
                    missingValue(option, end);
                }
                value = next.text();
                end = next.end();
            }
            slots.taken(option);
            add(option, value, end);
        }

        private void flag(Option option, @Nullable String attached, int end) {
            if (attached != null) {
                throw new CommandFailure("invalid '=' after option --" + option.name());
            }
            add(option, null, end);
        }

        private void missingValue(Option option, int end) {
            if (end == cursor - 1) {
                given.add(new Words.Word(option, null, true));
            }
            String kind = option.kind() == OptionKind.NUMBER ? "number" : "string";
            throw new CommandFailure("expected syntax: --" + option.name() + " <" + kind + ">");
        }

        private void data(String word, int end) {
            Option option = slots.nextPositional();
            if (option != null) {
                add(option, word, end);
            } else if (!isHelp()) {
                throw new CommandFailure("unexpected data '" + word + "'");
            }
        }

        private void add(Option option, @Nullable String value, int end) {
            given.add(new Words.Word(option, value, end == cursor));
            if (cursor < 0 && output.shows(DebugLevel.INFO)) {
                boolean flag = option.kind() == OptionKind.FLAG;
                output.debug(
                        DebugLevel.INFO,
                        name()
                                + ": "
                                + option.name()
                                + (flag ? "(bool): (none)" : "(optdata): " + value)
                                + "\n");
            }
        }

        /// The complete command; null if there was none.
        @Nullable Words finish() {
            if (command == null) {
                return null;
            }
            for (Words.Word word : given) {
                if (word.option().name().equals(HelpText.OPTION.name())) {
                    return helpAbout(command);
                }
            }
            slots.checkRequired(command.name());
            return new Words(command, given);
        }

        private Words helpAbout(Command subject) {
            Command help = table.require("help");
            var word = new Words.Word(help.options().getFirst(), subject.name(), false);
            return new Words(help, List.of(word));
        }

        @Nullable Words soFar() {
            return command == null ? null : new Words(command, given);
        }

        private String name() {
            return command == null ? "" : command.name();
        }

        private boolean isHelp() {
            return name().equals("help");
        }
    }
}
