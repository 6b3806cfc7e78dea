package dev.jvirt.qemu.completion;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.Optional;

/// Finds QEMU binaries and what they can do.
public interface CapabilitiesLookup {
    /// The binary that runs guests of an architecture if a document names none.
    Optional<String> defaultEmulator(String arch);

    /// What a binary can do.
    ///
    /// @throws LibvirtException if there is no such binary or it does not answer
    QemuCapabilities of(String emulator);
}
