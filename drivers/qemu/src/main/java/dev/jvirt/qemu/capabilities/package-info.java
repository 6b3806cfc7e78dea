/// What a QEMU binary can do.
///
/// Read [QemuCapabilities] first: the answer, immutable. [QemuCapabilitiesProber] gets it over a
/// [QmpQuery] from a QEMU that was started for it; which word of QEMU's means which [QemuFlag] is
/// the table in [FlagSources].
@NullMarked
package dev.jvirt.qemu.capabilities;

import org.jspecify.annotations.NullMarked;
