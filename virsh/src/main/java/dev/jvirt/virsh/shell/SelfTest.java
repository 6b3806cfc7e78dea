package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.List;

/// Checks that the rows of all commands make sense.
final class SelfTest {
    private static final int MAX_OPTIONS = 64;

    private final Shell shell;

    SelfTest(Shell shell) {
        this.shell = shell;
    }

    /// Checks all commands that are shown.
    ///
    /// @throws CommandFailure for the first that makes no sense
    void run(boolean showMissingCompleters) {
        for (String name : ShellCommands.commandNames(shell.table())) {
            Command command = shell.table().require(name);
            if (!command.name().equals(name)) {
                throw new CommandFailure("command '" + name + "' is found as another one");
            }
            check(command);
            if (showMissingCompleters) {
                showMissingCompleters(command);
            }
        }
    }

    private static void check(Command command) {
        String name = command.name();
        if (command.summary().isEmpty()) {
            throw new CommandFailure("command '" + name + "' lacks help");
        }
        List<Option> options = command.options();
        if (options.size() > MAX_OPTIONS) {
            throw new CommandFailure("command '" + name + "' has too many options");
        }
        boolean optionalSeen = false;
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            check(command, option, i, optionalSeen);
            optionalSeen |= !option.required() && option.kind() != OptionKind.ALIAS;
        }
    }

    private static void check(Command command, Option option, int index, boolean optionalSeen) {
        List<Option> later = command.options().subList(index + 1, command.options().size());
        switch (option.kind()) {
            case FLAG, STRING -> require(!option.required(), command, option, "must be optional");
            case DATA -> {
                require(option.required(), command, option, "must be required");
                require(!optionalSeen, command, option, "must stand before optional ones");
            }
            case NUMBER ->
                    require(
                            !option.required() || !optionalSeen,
                            command,
                            option,
                            "must stand before optional ones");
            case ARGUMENTS -> require(later.isEmpty(), command, option, "must be the last");
            case ALIAS -> require(hasTarget(option, later), command, option, "stands for nothing");
        }
    }

    private static boolean hasTarget(Option alias, List<Option> later) {
        int equals = alias.help().indexOf('=');
        String target = equals < 0 ? alias.help() : alias.help().substring(0, equals);
        for (Option option : later) {
            if (option.name().equals(target)) {
                return equals < 0 || option.kind() != OptionKind.FLAG;
            }
        }
        return false;
    }

    private static void require(boolean holds, Command command, Option option, String rule) {
        if (!holds) {
            throw new CommandFailure(
                    "parameter '"
                            + option.name()
                            + "' of command '"
                            + command.name()
                            + "' "
                            + rule);
        }
    }

    private void showMissingCompleters(Command command) {
        var missing = new ArrayList<String>();
        for (Option option : command.options()) {
            boolean text = option.kind() == OptionKind.STRING || option.kind() == OptionKind.DATA;
            if (text && option.completer() == null) {
                missing.add(option.name());
            }
        }
        if (!missing.isEmpty()) {
            shell.output().extra(command.name() + ": " + String.join(", ", missing) + "\n");
        }
    }
}
