package dev.jvirt.documents.domain;

import java.util.Set;

/// The processor architectures libvirt has names for.
public final class Architectures {
    private static final Set<String> KNOWN =
            Set.of(
                    "alpha",
                    "armv6l",
                    "armv7l",
                    "armv7b",
                    "aarch64",
                    "cris",
                    "i686",
                    "ia64",
                    "lm32",
                    "loongarch64",
                    "m68k",
                    "microblaze",
                    "microblazeel",
                    "mips",
                    "mipsel",
                    "mips64",
                    "mips64el",
                    "openrisc",
                    "parisc",
                    "parisc64",
                    "ppc",
                    "ppcle",
                    "ppc64",
                    "ppc64le",
                    "ppcemb",
                    "riscv32",
                    "riscv64",
                    "s390",
                    "s390x",
                    "sh4",
                    "sh4eb",
                    "sparc",
                    "sparc64",
                    "unicore32",
                    "x86_64",
                    "xtensa",
                    "xtensaeb");

    private Architectures() {}

    /// Whether libvirt has that name.
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /// Whether it is an x86 of 32 or 64 bits.
    public static boolean isX86(String name) {
        return name.equals("x86_64") || name.equals("i686");
    }

    /// Whether it is an IBM Z.
    public static boolean isS390(String name) {
        return name.equals("s390x") || name.equals("s390");
    }

    /// Whether it is a 64-bit POWER of either byte order.
    public static boolean isPpc64(String name) {
        return name.equals("ppc64") || name.equals("ppc64le");
    }

    /// Whether it is an ARM of any width.
    public static boolean isArm(String name) {
        return name.equals("aarch64") || name.startsWith("armv");
    }
}
