/// Firmware for guests, as its packages describe it.
///
/// A [FirmwareDescriptor] says what a firmware is and which machines it is for; QEMU's sources
/// define the format (`docs/interop/firmware.json`). [InstalledFirmware] is all that a host has,
/// the best first. [FirmwareChoice] takes the first that satisfies a domain that wants any.
@NullMarked
package dev.jvirt.qemu.firmware;

import org.jspecify.annotations.NullMarked;
