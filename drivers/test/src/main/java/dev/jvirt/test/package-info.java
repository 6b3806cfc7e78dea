/// A hypervisor in memory: `test:///default` and `test:///path/to/node.xml`.
///
/// Read [TestDriver] first: it opens a [TestWorld], which holds everything there is. The default
/// world is one for all connections, a world from a file ([WorldFile]) belongs to its connection. A
/// connection sees its world through [TestHostDriver], [TestDomainDriver] and [TestNetworkDriver].
/// Guests are nothing but their definition and a state, so every change is done at once; it is
/// observable as with any other driver, which is what applications test against it.
@NullMarked
package dev.jvirt.test;

import org.jspecify.annotations.NullMarked;
