/// What the commands about all kinds of objects but domains share.
///
/// [Lookup] finds the object that a command names, [Attempt] asks libvirt for something and says
/// what could not be done, [Documents] reads, edits and prints their XML, [EventCommand] waits for
/// their events, [FamilyTree] draws which belongs to which.
@NullMarked
package dev.jvirt.virsh.object;

import org.jspecify.annotations.NullMarked;
