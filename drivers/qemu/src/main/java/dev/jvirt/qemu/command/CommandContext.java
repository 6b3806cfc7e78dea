package dev.jvirt.qemu.command;

/// What a command line needs that stands neither in the domain's definition nor in the capabilities
/// of QEMU.
public record CommandContext(
        DomainFolders folders,
        HostEnvironment environment,
        DescriptorNumbers descriptors,
        DisplayPorts ports,
        DriverSettings settings,
        StartMode mode) {
    /// The same started in another way.
    public CommandContext withMode(StartMode value) {
        return new CommandContext(folders, environment, descriptors, ports, settings, value);
    }
}
