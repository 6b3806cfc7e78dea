package dev.jvirt.qemu.capabilities;

import java.util.List;
import java.util.Optional;

/// Families of architectures, and what QEMU calls each.
public final class Architectures {
    /// All names of architectures in libvirt's order.
    public static final List<String> ALL =
            List.of(
                    "alpha",
                    "armv6l",
                    "armv7l",
                    "armv7b",
                    "aarch64",
                    "cris",
                    "i686",
                    "ia64",
                    "lm32",
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

    /// i686 and x86_64.
    public static boolean isX86(String arch) {
        return arch.equals("x86_64") || arch.equals("i686");
    }

    /// 32-bit and 64-bit ARM.
    public static boolean isArm(String arch) {
        return arch.equals("aarch64") || arch.startsWith("armv");
    }

    /// POWER, of either byte order.
    public static boolean isPpc64(String arch) {
        return arch.equals("ppc64") || arch.equals("ppc64le");
    }

    /// Mainframes.
    public static boolean isS390(String arch) {
        return arch.equals("s390x") || arch.equals("s390");
    }

    /// RISC-V.
    public static boolean isRiscv(String arch) {
        return arch.equals("riscv32") || arch.equals("riscv64");
    }

    /// Whether the processors of a host can run guests of an architecture themselves.
    public static boolean isNative(String hostArch, String guestArch) {
        return hostArch.equals(guestArch)
                || hostArch.equals("x86_64") && guestArch.equals("i686")
                || hostArch.equals("aarch64") && guestArch.equals("armv7l")
                || isPpc64(hostArch) && isPpc64(guestArch);
    }

    /// Whether the binary for an architecture runs guests of another one too.
    public static boolean runs(String binaryArch, String guestArch) {
        return binaryArch.equals(guestArch)
                || binaryArch.equals("x86_64") && guestArch.equals("i686")
                || binaryArch.equals("aarch64") && guestArch.equals("armv7l")
                || binaryArch.equals("armv7l") && guestArch.equals("armv6l")
                || binaryArch.equals("ppc64") && guestArch.equals("ppc64le");
    }

    /// Whether two architectures are of the same family.
    public static boolean areRelated(String one, String other) {
        return one.equals(other)
                || isX86(one) && isX86(other)
                || isArm(one) && isArm(other)
                || one.startsWith("ppc") && other.startsWith("ppc")
                || isS390(one) && isS390(other);
    }

    /// How many bits an address has.
    public static int wordSize(String arch) {
        return switch (arch) {
            case "aarch64", "alpha", "ia64", "s390x", "sparc64", "x86_64" -> 64;
            case "mips64", "mips64el", "parisc64", "ppc64", "ppc64le", "riscv64" -> 64;
            default -> 32;
        };
    }

    /// libvirt's name for what QEMU calls its target.
    public static Optional<String> ofQemuTarget(String target) {
        return switch (target) {
            case "i386" -> Optional.of("i686");
            case "arm" -> Optional.of("armv7l");
            case "or32" -> Optional.of("openrisc");
            default -> ALL.contains(target) ? Optional.of(target) : Optional.empty();
        };
    }

    /// What the binary of QEMU for an architecture is called after `qemu-system-`.
    public static String toQemuTarget(String arch) {
        return switch (arch) {
            case "i686" -> "i386";
            case "armv6l", "armv7l" -> "arm";
            case "openrisc" -> "or32";
            default -> arch;
        };
    }

    /// The machine that a document of this architecture means when it names none, whatever QEMU's
    /// own default may be.
    static Optional<String> preferredMachine(String arch) {
        return switch (arch) {
            case "x86_64", "i686" -> Optional.of("pc");
            case "alpha" -> Optional.of("clipper");
            case "armv6l", "armv7l", "armv7b", "aarch64" -> Optional.of("integratorcp");
            case "cris" -> Optional.of("axis-dev88");
            case "lm32" -> Optional.of("lm32-evr");
            case "m68k" -> Optional.of("mcf5208evb");
            case "microblaze", "microblazeel" -> Optional.of("petalogix-s3adsp1800");
            case "mips", "mipsel", "mips64", "mips64el" -> Optional.of("malta");
            case "openrisc" -> Optional.of("or1k-sim");
            case "ppc", "ppcle" -> Optional.of("g3beige");
            case "ppc64", "ppc64le" -> Optional.of("pseries");
            case "ppcemb" -> Optional.of("bamboo");
            case "riscv32", "riscv64" -> Optional.of("spike_v1.10");
            case "s390x" -> Optional.of("s390-ccw-virtio");
            case "sh4", "sh4eb" -> Optional.of("shix");
            case "sparc" -> Optional.of("SS-5");
            case "sparc64" -> Optional.of("sun4u");
            case "unicore32" -> Optional.of("puv3");
            case "xtensa", "xtensaeb" -> Optional.of("sim");
            default -> Optional.empty();
        };
    }
}
