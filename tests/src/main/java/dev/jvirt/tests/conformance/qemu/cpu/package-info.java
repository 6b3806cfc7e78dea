/// Runs the golden data about names of processors.
@NullMarked
package dev.jvirt.tests.conformance.qemu.cpu;

import org.jspecify.annotations.NullMarked;
