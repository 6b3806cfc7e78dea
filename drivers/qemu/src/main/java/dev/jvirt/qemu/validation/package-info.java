/// Refuses definitions that are fine in themselves but that QEMU cannot run.
///
/// [QemuValidation] is the entrance: it checks the whole and then each device, in libvirt's order,
/// so that of several mistakes the same one is reported. Each kind of thing has a class of rules;
/// [Machine] is what they all look at, [HostLimits] what the host adds to what QEMU says.
@NullMarked
package dev.jvirt.qemu.validation;

import org.jspecify.annotations.NullMarked;
