package dev.jvirt.qemu.domcaps;

import dev.jvirt.qemu.capabilities.Architectures;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The names of processors that documents may have, where that is not left to QEMU.
final class KnownCpuModels {
    private static final Set<String> X86_WITHOUT_VENDOR =
            Set.of(
                    "486",
                    "pentium",
                    "pentium2",
                    "pentium3",
                    "pentiumpro",
                    "qemu32",
                    "qemu64",
                    "kvm32",
                    "kvm64",
                    "cpu64-rhel5",
                    "cpu64-rhel6");

    private static final Set<String> X86_OF_INTEL =
            Set.of(
                    "coreduo",
                    "n270",
                    "core2duo",
                    "Conroe",
                    "Penryn",
                    "Nehalem",
                    "Nehalem-IBRS",
                    "Westmere",
                    "Westmere-IBRS",
                    "SandyBridge",
                    "SandyBridge-IBRS",
                    "IvyBridge",
                    "IvyBridge-IBRS",
                    "Haswell",
                    "Haswell-IBRS",
                    "Haswell-noTSX",
                    "Haswell-noTSX-IBRS",
                    "Broadwell",
                    "Broadwell-IBRS",
                    "Broadwell-noTSX",
                    "Broadwell-noTSX-IBRS",
                    "Skylake-Client",
                    "Skylake-Client-IBRS",
                    "Skylake-Client-noTSX-IBRS",
                    "Skylake-Server",
                    "Skylake-Server-IBRS",
                    "Skylake-Server-noTSX-IBRS",
                    "Cascadelake-Server",
                    "Cascadelake-Server-noTSX",
                    "Icelake-Client",
                    "Icelake-Client-noTSX",
                    "Icelake-Server",
                    "Icelake-Server-noTSX",
                    "Cooperlake",
                    "Snowridge");

    private static final Set<String> X86_OF_AMD =
            Set.of(
                    "athlon",
                    "phenom",
                    "Opteron_G1",
                    "Opteron_G2",
                    "Opteron_G3",
                    "Opteron_G4",
                    "Opteron_G5",
                    "EPYC",
                    "EPYC-IBPB",
                    "EPYC-Rome",
                    "EPYC-Milan");

    private static final List<String> POWER = List.of("POWER7", "POWER8", "POWER9", "POWER10");

    private KnownCpuModels() {}

    /// Whether documents may have a model of QEMU's.
    static boolean isKnown(String arch, String model) {
        if (Architectures.isX86(arch)) {
            return X86_WITHOUT_VENDOR.contains(model) || vendor(arch, model).isPresent();
        }
        return !Architectures.isPpc64(arch) || POWER.contains(model);
    }

    /// Who makes processors of that name.
    static Optional<String> vendor(String arch, String model) {
        if (Architectures.isPpc64(arch)) {
            return Optional.of("IBM");
        }
        if (!Architectures.isX86(arch)) {
            return Optional.empty();
        }
        if (X86_OF_INTEL.contains(model)) {
            return Optional.of("Intel");
        }
        if (X86_OF_AMD.contains(model)) {
            return Optional.of("AMD");
        }
        return model.equals("Dhyana") ? Optional.of("Hygon") : Optional.empty();
    }
}
