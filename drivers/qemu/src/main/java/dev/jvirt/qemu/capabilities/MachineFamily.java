package dev.jvirt.qemu.capabilities;

/// Families of machine types, told by their names.
public enum MachineFamily {
    /// The PC of 1996: PCI, IDE, floppy.
    I440FX,
    /// The PC of 2009: PCI Express, SATA.
    Q35,
    /// A PC without any PCI.
    ISA_PC,
    /// ARM's virtual board.
    ARM_VIRT,
    /// RISC-V's virtual board.
    RISCV_VIRT,
    /// IBM POWER under a hypervisor.
    PSERIES,
    /// A mainframe.
    S390_CCW,
    /// A MIPS board.
    MALTA,
    /// Something else.
    OTHER;

    /// The family of a machine.
    public static MachineFamily of(String arch, String machine) {
        if (Architectures.isX86(arch)) {
            return ofPc(machine);
        }
        if (arch.startsWith("armv") && !arch.equals("armv7b") || arch.equals("aarch64")) {
            return isVirt(machine) ? ARM_VIRT : OTHER;
        }
        if (Architectures.isRiscv(arch)) {
            return isVirt(machine) ? RISCV_VIRT : OTHER;
        }
        if (Architectures.isPpc64(arch)) {
            return machine.equals("pseries") || machine.startsWith("pseries-") ? PSERIES : OTHER;
        }
        if (Architectures.isS390(arch)) {
            return machine.equals("s390-ccw") || machine.startsWith("s390-ccw-") ? S390_CCW : OTHER;
        }
        return arch.startsWith("mips") && machine.equals("malta") ? MALTA : OTHER;
    }

    private static MachineFamily ofPc(String machine) {
        if (machine.equals("q35") || machine.startsWith("pc-q35-")) {
            return Q35;
        }
        if (machine.equals("pc")
                || machine.startsWith("pc-0.")
                || machine.startsWith("pc-1.")
                || machine.startsWith("pc-i440fx-")
                || machine.startsWith("rhel")) {
            return I440FX;
        }
        return machine.equals("isapc") ? ISA_PC : OTHER;
    }

    private static boolean isVirt(String machine) {
        return machine.equals("virt") || machine.startsWith("virt-");
    }

    /// Whether the first IDE controller is part of the machine.
    public static boolean hasIde(String arch, String machine) {
        return of(arch, machine) == I440FX
                || machine.equals("malta")
                || machine.equals("sun4u")
                || machine.equals("g3beige");
    }

    /// Whether the first SCSI controller is part of the machine.
    public static boolean hasEsp(String machine) {
        return switch (machine) {
            case "LX",
                    "SPARCClassic",
                    "SPARCbook",
                    "SS-10",
                    "SS-20",
                    "SS-4",
                    "SS-5",
                    "SS-600MP",
                    "Voyager",
                    "leon3_generic",
                    "magnum",
                    "pica61" ->
                    true;
            default -> false;
        };
    }
}
