/// Tests of virt-admin against a daemon of a few values.
@NullMarked
package dev.jvirt.virsh.admin;

import org.jspecify.annotations.NullMarked;
