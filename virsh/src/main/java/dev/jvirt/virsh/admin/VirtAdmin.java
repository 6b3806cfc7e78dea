package dev.jvirt.virsh.admin;

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
        int status;
        try {
            status = run(ProgramArguments.decoded(arguments), ShellEnvironment.ofProcess());
        } catch (UncheckedIOException e) {
            status = BrokenOutput.status(e);
        }
        ProcessInterrupts.exit(status);
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
