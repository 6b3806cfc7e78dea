/// Names for processors.
///
/// A document names a model and what differs from it, whatever the processor's maker and QEMU call
/// it. So a host's processor gets a name, guests' are compared with it, and names that a QEMU does
/// not know are turned into names that it knows. What follows from a name is in tables.
@NullMarked
package dev.jvirt.qemu.cpu;

import org.jspecify.annotations.NullMarked;
