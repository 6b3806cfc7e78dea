/// What makes a program that ends soon start sooner.
///
/// The run-time image's `conf/security/client.security` names [dev.jvirt.virsh.start.KernelRandom]
/// first; see decision 005.
@NullMarked
package dev.jvirt.virsh.start;

import org.jspecify.annotations.NullMarked;
