/// Tests of the package.
@NullMarked
package dev.jvirt.virsh.snapshot;

import org.jspecify.annotations.NullMarked;
