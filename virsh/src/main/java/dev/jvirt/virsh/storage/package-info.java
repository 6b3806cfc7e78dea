/// The commands about storage: [PoolCommands] pools, [VolumeCommands] the volumes in them.
///
/// Both name their commands and make the row of the one that is wanted; what the commands do stands
/// in classes of their own, which are loaded when they are needed. [NamedPools] and [NamedVolumes]
/// find what a command is about.
@NullMarked
package dev.jvirt.virsh.storage;

import org.jspecify.annotations.NullMarked;
