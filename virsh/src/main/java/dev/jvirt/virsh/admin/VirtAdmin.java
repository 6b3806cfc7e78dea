package dev.jvirt.virsh.admin;

import dev.jvirt.remote.RemoteDriver;
import dev.jvirt.virsh.shell.BrokenOutput;
import dev.jvirt.virsh.shell.ProcessInterrupts;
import dev.jvirt.virsh.shell.ProgramArguments;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.UncheckedIOException;
import java.util.List;

/// The program virt-admin.
public final class VirtAdmin {
    private VirtAdmin() {}

    /// Runs virt-admin and ends the process.
    public static void main(String[] arguments) {
        ProcessInterrupts.exit(start(arguments));
    }

    /// Runs virt-admin where this process runs.
    ///
    /// @return the status of the program
    public static int start(String[] arguments) {
        RemoteDriver.prepare();
        try {
            return run(ProgramArguments.decoded(arguments), ShellEnvironment.ofProcess());
        } catch (UncheckedIOException e) {
            return BrokenOutput.status(e);
        }
    }

    /// Runs virt-admin.
    ///
    /// @return the status of the program
    public static int run(String[] arguments, ShellEnvironment environment) {
        var shell = new Shell("virt-admin", "VIRT_ADMIN", environment);
        var program = new VirtAdminProgram(shell);
        var options = new ProgramOptions(shell, program);
        var administration = new Administration(shell, options);
        shell.provide(
                administration,
                List.of(
                        new VirtAdminCommands(shell, administration),
                        new MonitoringCommands(administration),
                        new ManagementCommands(administration)));
        return shell.run(arguments, options, program);
    }
}
