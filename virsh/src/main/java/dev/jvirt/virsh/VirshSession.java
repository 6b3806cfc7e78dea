package dev.jvirt.virsh;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.virsh.device.NodeDeviceCommands;
import dev.jvirt.virsh.device.SecretCommands;
import dev.jvirt.virsh.host.HostCommands;
import dev.jvirt.virsh.network.InterfaceCommands;
import dev.jvirt.virsh.network.NetworkCommands;
import dev.jvirt.virsh.network.NwfilterCommands;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellEnvironment;
import dev.jvirt.virsh.storage.PoolCommands;
import dev.jvirt.virsh.storage.VolumeCommands;
import java.util.List;
import java.util.function.Consumer;

/// One run of virsh, with drivers of the caller's choice.
record VirshSession(ShellEnvironment environment, DriverTable drivers) {

    /// Runs it.
    ///
    /// @return the status of the program
    int run(String[] arguments) {
        return run(arguments, output -> {});
    }

    /// Runs it after its output was prepared.
    int run(String[] arguments, Consumer<Output> preparation) {
        var shell = new Shell("virsh", "VIRSH", environment);
        var program = new VirshProgram(shell, drivers);
        var options = new ProgramOptions(shell, program);
        var hypervisor = new Hypervisor(shell, drivers, options);
        shell.provide(hypervisor, groups(hypervisor));
        preparation.accept(shell.output());
        return shell.run(arguments, options, program);
    }

    /// All commands.
    static List<CommandGroup> groups(Hypervisor hypervisor) {
        return List.of(
                new DomainCommands(hypervisor),
                new DomainMonitorCommands(hypervisor),
                new DomainEventCommands(hypervisor),
                new HostCommands(hypervisor),
                new CheckpointCommands(hypervisor),
                new InterfaceCommands(hypervisor),
                new NwfilterCommands(hypervisor),
                new NetworkCommands(hypervisor),
                new NodeDeviceCommands(hypervisor),
                new SecretCommands(hypervisor),
                new SnapshotCommands(hypervisor),
                new BackupCommands(hypervisor),
                new PoolCommands(hypervisor),
                new VolumeCommands(hypervisor),
                new VirshCommands(hypervisor));
    }
}
