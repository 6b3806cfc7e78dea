@NullMarked
package dev.jvirt.virsh.ssh;

import org.jspecify.annotations.NullMarked;
