/// The QEMU binaries of this host, and how it becomes known what they can do.
///
/// Read [QemuBinaries] first: it answers what a binary can do, asking each at most once. Behind it
/// stand a [CapabilitiesCache] of answers on disk and, where that has nothing that is still true, a
/// [CapabilitiesProbe], which starts the binary as a [ProbeProcess] and puts the questions of
/// [dev.jvirt.qemu.capabilities.QemuCapabilitiesProber] to it. [ProbeWorld] is what the answers
/// depend on besides the binary: the host and this program. An [EmulatorRequest] is the question of
/// somebody who wants to know about guests and may leave open which binary that is about.
@NullMarked
package dev.jvirt.qemu.emulator;

import org.jspecify.annotations.NullMarked;
