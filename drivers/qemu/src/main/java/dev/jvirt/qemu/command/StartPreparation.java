package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.address.AddressAssignment;
import dev.jvirt.qemu.alias.Aliases;
import dev.jvirt.qemu.alias.ImageNumbers;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.firmware.FirmwareChoice;

/// What a complete definition gets when its domain starts: a processor that this host can give,
/// names, numbers, places of sockets, and what the driver's configuration decides. The result
/// is the live definition.
public final class StartPreparation {
    private StartPreparation() {}

    /// The live definition of a domain that is about to start.
    public static DomainDefinition prepare(
            DomainDefinition definition, QemuCapabilities capabilities, CommandContext context) {
        boolean cold = context.mode().incoming().isEmpty();
        var bootable =
                FirmwareChoice.fill(
                        CpuPreparation.prepare(definition, capabilities, context),
                        context.host().firmware(),
                        context.folders().firmwareVariables());
        var placed = AddressAssignment.assign(bootable, capabilities, context.host(), cold);
        // A guest that comes from elsewhere must have exactly the memory it had there.
        var aligned = cold ? MemoryAlignment.align(placed) : placed;
        var named = Aliases.assign(aligned, capabilities);
        var numbered = ImageNumbers.assign(named);
        return StartDevices.prepare(numbered, context);
    }
}
