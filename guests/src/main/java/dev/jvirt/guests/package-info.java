/// Small guests that tests boot under QEMU: real enough to be seen running, light enough that many
/// fit on two cores.
@NullMarked
package dev.jvirt.guests;

import org.jspecify.annotations.NullMarked;
