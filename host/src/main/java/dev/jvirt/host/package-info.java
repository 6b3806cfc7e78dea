/// The Linux host: what Java does not offer and a hypervisor's driver needs.
///
/// Here are names and places: [Paths], [Users], [Hostname], [HostUuid], and [UnixSockets] for the
/// wire. Processes, descriptors, files and the hardware have packages of their own. Failures are
/// [java.io.IOException]s; whoever calls says what was being done.
@NullMarked
package dev.jvirt.host;

import org.jspecify.annotations.NullMarked;
