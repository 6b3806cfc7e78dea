/// The commands that speak with one kind of hypervisor: with QEMU's monitor, with the agent in a
/// guest of QEMU, with LXC.
///
/// [JsonText] reads and writes what the monitor and the agent speak. [QemuCommandTable] finds the
/// command of a name.
@NullMarked
package dev.jvirt.virsh.qemu;

import org.jspecify.annotations.NullMarked;
