package dev.jvirt.virsh;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.remote.RemoteDriver;
import dev.jvirt.test.TestDriver;
import dev.jvirt.virsh.shell.BrokenOutput;
import dev.jvirt.virsh.shell.ProcessInterrupts;
import dev.jvirt.virsh.shell.ProgramArguments;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.UncheckedIOException;
import java.util.List;

/// The program virsh.
public final class Virsh {
    private Virsh() {}

    /// Runs virsh and ends the process.
    public static void main(String[] arguments) {
        ProcessInterrupts.exit(start(arguments));
    }

    /// Runs virsh where this process runs.
    ///
    /// @return the status of the program
    static int start(String[] arguments) {
        if (!namesTestDriver(arguments)) {
            RemoteDriver.prepare();
        }
        try {
            return run(ProgramArguments.decoded(arguments), ShellEnvironment.ofProcess());
        } catch (UncheckedIOException e) {
            return BrokenOutput.status(e);
        }
    }

    private static boolean namesTestDriver(String[] arguments) {
        for (String argument : arguments) {
            if (argument.contains("test:///")) {
                return true;
            }
        }
        return false;
    }

    /// Runs virsh with the drivers that work in this process first and the remote one last.
    ///
    /// @return the status of the program
    public static int run(String[] arguments, ShellEnvironment environment) {
        var drivers = new DriverTable(List.of(new TestDriver(), new RemoteDriver()));
        return new VirshSession(environment, drivers).run(arguments);
    }
}
