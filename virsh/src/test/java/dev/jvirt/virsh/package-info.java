/// Tests of virsh against a hypervisor made of a few values.
@NullMarked
package dev.jvirt.virsh;

import org.jspecify.annotations.NullMarked;
