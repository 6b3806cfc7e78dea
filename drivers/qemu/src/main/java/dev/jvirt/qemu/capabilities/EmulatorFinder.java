package dev.jvirt.qemu.capabilities;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the QEMU binary for an architecture.
public final class EmulatorFinder {
    private static final Path UNUSUAL_PLACE = Path.of("/usr/libexec/qemu-kvm");

    private final String hostArch;
    private final List<Path> folders;

    /// @param hostArch the architecture of this host
    /// @param searchPath folders parted by colons, as in the environment variable PATH
    public EmulatorFinder(String hostArch, String searchPath) {
        this.hostArch = hostArch;
        var found = new ArrayList<Path>();
        for (String folder : searchPath.split(":")) {
            if (folder.startsWith("/")) {
                found.add(Path.of(folder));
            }
        }
        folders = List.copyOf(found);
    }

    /// The binary that runs guests of an architecture best.
    public Optional<Path> find(String guestArch) {
        if (hostArch.equals("aarch64") && guestArch.equals("armv7l")) {
            Optional<Path> native64 = binary("aarch64"); // the 32-bit one would have to emulate
            if (native64.isPresent()) {
                return native64;
            }
        }
        Optional<Path> exact = binary(Architectures.toQemuTarget(guestArch));
        if (exact.isPresent()) {
            return exact;
        }
        String target = target(guestArch);
        if (!target.equals(guestArch)) {
            Optional<Path> other = binary(Architectures.toQemuTarget(target));
            if (other.isPresent()) {
                return other;
            }
        }
        return isNative(guestArch) && Files.isExecutable(UNUSUAL_PLACE)
                ? Optional.of(UNUSUAL_PLACE)
                : Optional.empty();
    }

    /// Whether this host's processors can run guests of an architecture themselves.
    public boolean isNative(String guestArch) {
        return Architectures.isNative(hostArch, guestArch);
    }

    private String target(String guestArch) {
        String target = isNative(guestArch) ? hostArch : guestArch;
        return Architectures.isPpc64(target) ? "ppc64" : target;
    }

    private Optional<Path> binary(String target) {
        for (Path folder : folders) {
            Path path = folder.resolve("qemu-system-" + target);
            if (Files.isRegularFile(path) && Files.isExecutable(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
