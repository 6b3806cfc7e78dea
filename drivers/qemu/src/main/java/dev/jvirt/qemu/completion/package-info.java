/// Makes a document into a definition that QEMU can run.
///
/// [QemuDefinitions] is the entrance: parse, complete, check. What every driver completes is done
/// by `DomainDefaults`; [QemuCompletion] adds what QEMU's machines need: [EmulatorChoice] picks the
/// binary and the machine, [MachineDevices] the devices that the machine has anyway,
/// [DeviceCompletion] fills in single devices. Addresses are chosen last, by
/// `dev.jvirt.qemu.address`. [CompletionContext] is all they know of the host.
@NullMarked
package dev.jvirt.qemu.completion;

import org.jspecify.annotations.NullMarked;
