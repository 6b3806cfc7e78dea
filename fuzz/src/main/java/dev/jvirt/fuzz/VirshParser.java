package dev.jvirt.fuzz;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.CommandParser;
import dev.jvirt.virsh.shell.CommandTable;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellEnvironment;
import dev.jvirt.virsh.shell.Words;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// virsh as far as it understands commands; none is run.
final class VirshParser {
    private static final CommandParser PARSER = parser();

    private VirshParser() {}

    @SuppressWarnings("unchecked") // that is what it gives
    private static CommandParser parser() {
        var nothing = OutputStream.nullOutputStream();
        var environment =
                new ShellEnvironment(
                        Map.of(),
                        Path.of(""),
                        InputStream.nullInputStream(),
                        nothing,
                        nothing,
                        false);
        var shell = new Shell("virsh", "VIRSH", environment);
        var drivers = new DriverTable(List.of());
        Object program = Hidden.construct("dev.jvirt.virsh.VirshProgram", shell, drivers);
        var options = Hidden.construct(ProgramOptions.class.getName(), shell, program);
        Object hypervisor = Hidden.construct("dev.jvirt.virsh.Hypervisor", shell, drivers, options);
        var groups =
                (List<CommandGroup>)
                        Hidden.call("dev.jvirt.virsh.VirshSession", "groups", hypervisor);
        return new CommandParser(new CommandTable(groups), new Output(nothing, nothing, false));
    }

    /// Understands a line, and takes the values of all its options.
    static void line(String text) {
        PARSER.parseLine(text).forEach(VirshParser::read);
    }

    /// Understands the words of a program's arguments.
    static void arguments(String text) {
        PARSER.parseArguments(List.of(text.split("\0"))).forEach(VirshParser::read);
    }

    /// Understands a line that is not complete.
    static void partial(String text) {
        Hidden.ask(PARSER, "parsePartial", text);
    }

    private static void read(Words words) {
        words.arguments();
        for (Option option : words.command().options()) {
            switch (option.kind()) {
                case NUMBER -> {
                    words.number(option.name());
                    words.unsignedNumber(option.name());
                    words.scaledNumber(option.name(), 1024);
                }
                case FLAG, ALIAS, ARGUMENTS -> words.has(option.name());
                default -> words.text(option.name());
            }
        }
    }
}
