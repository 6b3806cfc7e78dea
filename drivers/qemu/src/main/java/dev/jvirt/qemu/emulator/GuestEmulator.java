package dev.jvirt.qemu.emulator;

import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// The binary that guests of an architecture get on this host.
///
/// @param arch of the guests, by libvirt's name; the binary's own may differ, as a 64-bit one runs
///     32-bit guests too
public record GuestEmulator(String arch, QemuCapabilities capabilities) {}
