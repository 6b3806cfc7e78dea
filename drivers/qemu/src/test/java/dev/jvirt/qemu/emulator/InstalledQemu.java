package dev.jvirt.qemu.emulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The QEMU of this host, if there is one.
final class InstalledQemu {
    private static final Path BINARY = Path.of("/usr/bin/qemu-system-x86_64");

    private InstalledQemu() {}

    /// Its path; skips the test if it is not installed.
    static String binary() {
        assumeTrue(Files.isExecutable(BINARY), "qemu-system-x86_64 is not installed");
        return BINARY.toString();
    }
}
