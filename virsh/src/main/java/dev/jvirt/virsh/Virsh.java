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
        int status;
        try {
            status = run(ProgramArguments.decoded(arguments), ShellEnvironment.ofProcess());
        } catch (UncheckedIOException e) {
            status = BrokenOutput.status(e);
        }
        ProcessInterrupts.exit(status);
    }

    /// Runs virsh with the drivers that work in this process first and the remote one last.
    ///
    /// @return the status of the program
    public static int run(String[] arguments, ShellEnvironment environment) {
        var drivers = new DriverTable(List.of(new TestDriver(), new RemoteDriver()));
        return new VirshSession(environment, drivers).run(arguments);
    }
}
