/// A hypervisor in memory: `test:///default` and `test:///path/to/node.xml`.
///
/// Read [TestDriver] first: it opens a [TestWorld], which holds everything there is. The default
/// world is one for all connections, a world from a file ([WorldFile]) belongs to its connection. A
/// connection sees its world through the drivers that its [TestSession] makes, one for each group
/// of calls. Domains are changed through [DomainAccess]; each other kind of object has a list of
/// its own ([TestNetworks], [TestPools], ...), made when somebody first asks for it.
///
/// Guests are nothing but their definition and a state, so every change is done at once; it is
/// observable as with any other driver, which is what applications test against it. What C
/// libvirt's test driver answers, this one does, figures included.
@NullMarked
package dev.jvirt.test;

import org.jspecify.annotations.NullMarked;
