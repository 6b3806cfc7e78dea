/// virsh: libvirt's command line.
///
/// [Virsh] is the program, [VirshSession] a run of it: it reads the options and starts the
/// [dev.jvirt.virsh.shell.Shell]; [Hypervisor] keeps the connection. Each group of commands is a
/// class (`DomainCommands`, `HostCommands`, ...) in which a command's row, what it does and what it
/// prints stand together; a row is built only when its command is named.
@NullMarked
package dev.jvirt.virsh;

import org.jspecify.annotations.NullMarked;
