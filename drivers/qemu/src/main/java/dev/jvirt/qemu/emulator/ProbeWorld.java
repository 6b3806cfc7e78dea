package dev.jvirt.qemu.emulator;

import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CacheStamp;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the answers of a QEMU binary depend on: its file, this host, and this program.
///
/// @param root the folder that holds `proc`, `sys` and `dev`; `/` but in tests
/// @param hostArch the architecture of this host, by libvirt's name
/// @param program the program that asks
/// @param moduleFolders where distributions keep QEMU's modules; the first that is there counts
public record ProbeWorld(
        Path root, String hostArch, ProbingProgram program, List<Path> moduleFolders) {
    /// This host.
    public static ProbeWorld of(String hostArch, ProbingProgram program) {
        return new ProbeWorld(
                Path.of("/"),
                hostArch,
                program,
                List.of(
                        Path.of("/usr/lib/%s-linux-gnu/qemu".formatted(hostArch)),
                        Path.of("/usr/lib64/qemu"),
                        Path.of("/usr/lib/qemu")));
    }

    /// Whether guests can use this host's own virtualisation.
    public boolean kvmUsable() {
        Path device = root.resolve("dev/kvm");
        return Files.isReadable(device) && Files.isWritable(device);
    }

    /// The host as it is now.
    public HostFacts hostFacts() {
        return new HostFactsReader(root, hostArch).read();
    }

    /// What marks an answer that a binary gives now.
    ///
    /// @throws IOException if there is no such binary
    public CacheStamp stamp(String binary) throws IOException {
        return new CacheStamp(
                changeTime(file(binary)),
                moduleFolderTime(),
                program.changeTime(),
                program.libvirtVersion());
    }

    /// The file of a binary; a path that is not absolute is seen from where a daemon works, `/`.
    ///
    /// @throws IOException if the path names nothing
    static Path file(String binary) throws IOException {
        if (binary.isEmpty()) {
            throw new NoSuchFileException(binary);
        }
        return Path.of("/").resolve(binary);
    }

    static long changeTime(Path file) throws IOException {
        return ((FileTime) Files.getAttribute(file, "unix:ctime")).to(TimeUnit.SECONDS);
    }

    private long moduleFolderTime() {
        for (Path folder : moduleFolders) {
            try {
                return Files.getLastModifiedTime(folder).to(TimeUnit.SECONDS);
            } catch (IOException e) {
                // not the folder of this distribution
            }
        }
        return 0;
    }

    /// Whether a binary would give the same answers now.
    public boolean stillGives(QemuCapabilities answers) {
        try {
            if (!stamp(answers.binary()).equals(answers.stamp())) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        if (!Architectures.isNative(hostArch, answers.arch())) {
            return true;
        }
        return kvmUsable() == answers.has(QemuFlag.KVM)
                && (!answers.has(QemuFlag.KVM) || hostFacts().equals(answers.host()));
    }
}
