/// Tests of the hypervisor in memory.
@NullMarked
package dev.jvirt.test;

import org.jspecify.annotations.NullMarked;
