/// The program for what only QEMU can do.
@NullMarked
package dev.jvirt.protocol.qemu;

import org.jspecify.annotations.NullMarked;
