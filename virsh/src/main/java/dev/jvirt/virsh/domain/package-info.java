/// The commands that look into domains and change them: their CPUs, memory, devices and limits, and
/// what their guests tell.
///
/// [Affected] reads the options that say whether a change counts now or later, [DeviceNames]
/// completes the names of devices. [DomainCommandTable] finds the command of a name; only the class
/// of a command that is named is loaded.
@NullMarked
package dev.jvirt.virsh.domain;

import org.jspecify.annotations.NullMarked;
