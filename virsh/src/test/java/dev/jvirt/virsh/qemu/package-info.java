/// Tests of the package.
@NullMarked
package dev.jvirt.virsh.qemu;

import org.jspecify.annotations.NullMarked;
