/// The QEMU driver: domains that are processes of QEMU on this host.
///
/// Read [QemuDriver] first, which the daemon starts, then [QemuSystem]: a driver at work. A
/// client's connection is a [QemuSession]; its [QemuDomainDriver] hands each call to the class for
/// its kind: [DomainDefine], [DomainUndefine], [DomainLifeCycle], [GuestRequests],
/// [DomainInquiries]. How a domain becomes a process is in `process`, how its document becomes a
/// command in `completion` and `command`.
@NullMarked
package dev.jvirt.qemu;

import org.jspecify.annotations.NullMarked;
