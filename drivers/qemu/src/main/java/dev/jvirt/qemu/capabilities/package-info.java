/// What a QEMU binary can do.
///
/// Read [QmpQuery] first: how a binary is asked.
@NullMarked
package dev.jvirt.qemu.capabilities;

import org.jspecify.annotations.NullMarked;
