/// The families of the QEMU driver, and the host that they assume.
///
/// [FakeHost] is that host; [FakeEmulators] are the binaries on it as one case wants them, from
/// [CorpusCapabilities] or from the flags that the case names.
@NullMarked
package dev.jvirt.tests.conformance.qemu;

import org.jspecify.annotations.NullMarked;
