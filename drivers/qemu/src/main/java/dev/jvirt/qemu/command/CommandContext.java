package dev.jvirt.qemu.command;

import dev.jvirt.qemu.block.Secrets;

/// What a command line needs that stands neither in the domain's definition nor in the capabilities
/// of QEMU.
public record CommandContext(
        DomainFolders folders,
        HostEnvironment environment,
        HostMemory memory,
        HostQuestions host,
        DescriptorNumbers descriptors,
        DisplayPorts ports,
        DriverSettings settings,
        Secrets secrets,
        StartMode mode) {
    /// The same started in another way.
    public CommandContext withMode(StartMode value) {
        return new CommandContext(
                folders, environment, memory, host, descriptors, ports, settings, secrets, value);
    }
}
