package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.completion.CapabilitiesLookup;
import java.util.Optional;

/// The one QEMU that definitions find: that of the seeds.
final class SeedEmulator implements CapabilitiesLookup {
    private static final String PATH = "/usr/bin/qemu-system-x86_64";

    private final QemuCapabilities capabilities =
            CapabilitiesReader.parse(new String(SeedFiles.of("qemuCaps").getFirst(), UTF_8));

    @Override
    public Optional<String> defaultEmulator(String arch) {
        return arch.equals("x86_64") ? Optional.of(PATH) : Optional.empty();
    }

    @Override
    public QemuCapabilities of(String emulator) {
        if (!emulator.equals(PATH)) {
            throw new LibvirtException(ErrorCode.SYSTEM_ERROR, "no QEMU " + emulator);
        }
        return capabilities;
    }
}
