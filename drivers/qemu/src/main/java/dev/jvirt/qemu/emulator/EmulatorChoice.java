package dev.jvirt.qemu.emulator;

import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// The answer to an [EmulatorRequest]: nothing is left open.
///
/// @param arch the architecture of the guests
/// @param type the type of the domains
/// @param machine the real name of their machine
public record EmulatorChoice(
        QemuCapabilities capabilities, String arch, VirtType type, String machine) {}
