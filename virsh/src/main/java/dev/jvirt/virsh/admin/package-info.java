/// virt-admin: libvirt's command line for the administration of a running daemon.
///
/// [VirtAdmin] is the program. It is a [dev.jvirt.virsh.shell.Shell] like virsh, but speaks another
/// program of the wire on a socket of its own: [AdminTarget] finds the socket, [AdminConnection]
/// makes the calls, [Administration] keeps the connection. [MonitoringCommands] look at the daemon,
/// [ManagementCommands] change it.
@NullMarked
package dev.jvirt.virsh.admin;

import org.jspecify.annotations.NullMarked;
