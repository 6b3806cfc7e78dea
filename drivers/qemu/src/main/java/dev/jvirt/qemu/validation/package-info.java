/// Refuses definitions that are fine in themselves but that QEMU cannot run.
///
/// [QemuValidation] is the entrance; it knows what the binary can do.
@NullMarked
package dev.jvirt.qemu.validation;

import org.jspecify.annotations.NullMarked;
