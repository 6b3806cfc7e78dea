/// The command line of QEMU: a pure function of a complete domain definition, the capabilities of
/// the binary and what the host contributes.
@NullMarked
package dev.jvirt.qemu.command;

import org.jspecify.annotations.NullMarked;
