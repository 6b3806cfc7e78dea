/// Command lines of virsh and what they print.
///
/// [VirshFamily] runs them in this process, [Expectation] compares.
@NullMarked
package dev.jvirt.tests.conformance.virsh;

import org.jspecify.annotations.NullMarked;
