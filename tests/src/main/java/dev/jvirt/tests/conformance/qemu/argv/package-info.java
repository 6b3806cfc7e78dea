/// `qemuxml2argv`: domain documents to command lines of QEMU.
@NullMarked
package dev.jvirt.tests.conformance.qemu.argv;

import org.jspecify.annotations.NullMarked;
