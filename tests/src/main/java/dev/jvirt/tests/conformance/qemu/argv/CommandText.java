package dev.jvirt.tests.conformance.qemu.argv;

import dev.jvirt.qemu.command.QemuCommandLine;
import dev.jvirt.qemu.command.ShellText;
import java.util.List;

/// A command line as the corpus writes it: an option with its value on each line.
final class CommandText {
    private static final String BREAK = " \\\n";

    private CommandText() {}

    static String of(QemuCommandLine line) {
        var text = new StringBuilder();
        for (var variable : line.environment().entrySet()) {
            text.append(variable.getKey()).append('=');
            text.append(ShellText.quote(variable.getValue())).append(BREAK);
        }
        List<String> arguments = line.arguments();
        int lastOption = lastOption(arguments);
        boolean options = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (i > 0) {
                boolean value =
                        options && (arguments.get(i - 1).startsWith("-") || lastOption >= i);
                text.append(argument.startsWith("-") || !value ? BREAK : " ");
            }
            options |= argument.startsWith("-");
            text.append(ShellText.quote(argument));
        }
        return text.append('\n').toString();
    }

    private static int lastOption(List<String> arguments) {
        int last = -1;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("-")) {
                last = i;
            }
        }
        return last;
    }
}
