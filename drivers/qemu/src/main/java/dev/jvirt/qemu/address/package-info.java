/// Where the devices of a guest are: their addresses on its buses.
///
/// Read [AddressAssignment] first: bus by bus, each kind of address by a class of its own, all on
/// one [DeviceTable]. [PciAddresses] is the hard one: [PciRequirements] says what each device
/// needs, [ChipsetPlaces] what the board has taken, [PciEndpoints] in which order devices choose,
/// and [PciBuses] finds the free places. All is chosen as libvirt chooses it, because a guest
/// notices when its hardware moves.
@NullMarked
package dev.jvirt.qemu.address;

import org.jspecify.annotations.NullMarked;
