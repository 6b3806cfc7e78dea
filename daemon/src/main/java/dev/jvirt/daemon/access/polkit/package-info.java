/// polkit: whether a process may do something, asked of the host's own authority over D-Bus.
///
/// [PolkitAuthority] asks one question. [PolkitLogin] asks it for clients that log in, with a
/// dialog if polkit wants one; [PolkitPolicy] is libvirt's access driver of that name and asks it
/// for each permission, without. [ActionDefinitions] tells polkit which actions there are. Nothing
/// of this is loaded unless the configuration names polkit.
@NullMarked
package dev.jvirt.daemon.access.polkit;

import org.jspecify.annotations.NullMarked;
