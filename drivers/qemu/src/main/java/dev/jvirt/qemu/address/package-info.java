/// Where the devices of a guest are: their addresses on its buses, and their names (aliases).
///
/// Both are chosen as libvirt chooses them, because a guest notices when its hardware moves.
/// [PciBuses] is the search for free PCI places.
@NullMarked
package dev.jvirt.qemu.address;

import org.jspecify.annotations.NullMarked;
