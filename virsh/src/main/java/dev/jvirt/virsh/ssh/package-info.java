/// The program that clients run on this host through ssh, to get to its daemon.
@NullMarked
package dev.jvirt.virsh.ssh;

import org.jspecify.annotations.NullMarked;
