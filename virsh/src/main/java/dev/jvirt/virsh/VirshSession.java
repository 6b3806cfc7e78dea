package dev.jvirt.virsh;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.CommandParser;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellEnvironment;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.OptionalInt;

/// One run of virsh, with drivers of the caller's choice.
final class VirshSession {
    private static final String NAME = "virsh";
    private static final String PROMPT = "virsh # ";
    private static final String READ_ONLY_PROMPT = "virsh > ";

    private final Shell shell;
    private final ProgramOptions options;
    private final DriverTable drivers;

    VirshSession(ShellEnvironment environment, DriverTable drivers) {
        this.drivers = drivers;
        shell = new Shell(NAME, "VIRSH", environment);
        options = new ProgramOptions(shell, new VirshProgram(shell));
    }

    /// Runs it.
    ///
    /// @return the status of the program
    int run(String[] arguments) {
        var hypervisor = new Hypervisor(shell, drivers, options);
        shell.provide(hypervisor, groups(hypervisor));
        try {
            OptionalInt exit = options.read(arguments);
            if (exit.isPresent()) {
                return exit.getAsInt();
            }
            return run(hypervisor) ? 0 : 1;
        } finally {
            hypervisor.close();
            shell.close();
        }
    }

    private static List<CommandGroup> groups(Hypervisor hypervisor) {
        return List.of(
                new DomainCommands(hypervisor),
                new DomainMonitorCommands(hypervisor),
                new DomainEventCommands(hypervisor),
                new HostCommands(hypervisor),
                new NetworkCommands(hypervisor),
                new VirshCommands(hypervisor));
    }

    private boolean run(Hypervisor hypervisor) {
        List<String> rest = options.rest();
        List<Words> commands;
        try {
            commands = parse(rest);
        } catch (CommandFailure e) {
            shell.report(e);
            return false;
        }
        if (!hypervisor.begin(shell.environment().variable("VIRSH_DEFAULT_CONNECT_URI"))) {
            shell.reportRemembered();
            return false;
        }
        if (!rest.isEmpty()) {
            return shell.run(commands);
        }
        shell.interact(() -> hypervisor.readOnly() ? READ_ONLY_PROMPT : PROMPT);
        return true;
    }

    private List<Words> parse(List<String> words) {
        var parser = new CommandParser(shell.table(), shell.output());
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() > 1) {
            return parser.parseArguments(words);
        }
        String line = words.getFirst();
        if (shell.output().shows(DebugLevel.INFO)) {
            shell.output().debug(DebugLevel.INFO, "commands: \"" + line + "\"\n");
        }
        return parser.parseLine(line);
    }
}
