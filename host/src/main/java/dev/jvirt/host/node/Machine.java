package dev.jvirt.host.node;

import dev.jvirt.host.kernel.CLibrary;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The kind of machine that the kernel runs on.
public final class Machine {
    /// The size of each of the texts of `struct utsname`, of which the machine is the fifth.
    private static final int FIELD = 65;

    private static final int FIELDS = 6;

    private Machine() {}

    /// Its architecture by libvirt's name, for example `x86_64`.
    public static String name() throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment names = arena.allocate(FIELD * FIELDS);
            SystemCall.UNAME.call(names.address());
            return libvirtName(CLibrary.text(names.asSlice(4L * FIELD)));
        }
    }

    private static String libvirtName(String machine) {
        return switch (machine) {
            case "amd64" -> "x86_64";
            case "arm64" -> "aarch64";
            case "i386", "i486", "i586" -> "i686";
            default -> machine;
        };
    }
}
