/// What QEMU binaries and the host can do: the probing session, and the capabilities document.
@NullMarked
package dev.jvirt.tests.conformance.capabilities;

import org.jspecify.annotations.NullMarked;
