package dev.jvirt.qemu.emulator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/// The program that asks binaries what they can do: another version may ask or understand something
/// else.
///
/// @param changeTime when its files were last changed, in seconds
/// @param libvirtVersion the version of libvirt it speaks for, major * 1000000 + minor * 1000 +
///     micro
public record ProbingProgram(long changeTime, long libvirtVersion) {
    /// This program.
    public static ProbingProgram running(long libvirtVersion) {
        long time;
        try {
            time = ProbeWorld.changeTime(ownFile());
        } catch (IOException e) {
            time = 0;
        }
        return new ProbingProgram(time, libvirtVersion);
    }

    /// The file or folder this class came from: of its own, or the image of the whole run time.
    private static Path ownFile() {
        CodeSource source = ProbingProgram.class.getProtectionDomain().getCodeSource();
        try {
            if (source != null && source.getLocation().getProtocol().equals("file")) {
                return Path.of(source.getLocation().toURI());
            }
        } catch (URISyntaxException e) {
            // no file
        }
        return Path.of(System.getProperty("java.home"), "lib", "modules");
    }
}
