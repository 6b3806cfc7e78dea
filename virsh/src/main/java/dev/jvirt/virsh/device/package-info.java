/// The commands about what a host has and guests may use: [NodeDeviceCommands] its devices,
/// [SecretCommands] passwords and keys.
@NullMarked
package dev.jvirt.virsh.device;

import org.jspecify.annotations.NullMarked;
