/// Tests of the shell.
@NullMarked
package dev.jvirt.virsh.shell;

import org.jspecify.annotations.NullMarked;
