/// The commands about what carries guests' packets: [NetworkCommands] virtual networks,
/// [InterfaceCommands] the host's own interfaces, [NwfilterCommands] what may pass.
///
/// Each of the three names its commands and makes the row of the one that is wanted; what the
/// commands do stands in classes of their own, which are loaded when they are needed.
@NullMarked
package dev.jvirt.virsh.network;

import org.jspecify.annotations.NullMarked;
