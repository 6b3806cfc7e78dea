package dev.jvirt.qemu.capabilities;

/// Processor features that libvirt and QEMU spell differently.
public final class CpuFeatureNames {
    private CpuFeatureNames() {}

    /// QEMU's name of a feature.
    public static String toQemu(String arch, String feature) {
        if (!Architectures.isX86(arch)) {
            return feature;
        }
        return switch (feature) {
            case "cmp_legacy" -> "cmp-legacy";
            case "ds_cpl" -> "ds-cpl";
            case "fxsr_opt" -> "fxsr-opt";
            case "kvm_pv_eoi" -> "kvm-pv-eoi";
            case "kvm_pv_unhalt" -> "kvm-pv-unhalt";
            case "lahf_lm" -> "lahf-lm";
            case "nodeid_msr" -> "nodeid-msr";
            case "pclmuldq" -> "pclmulqdq";
            case "perfctr_core" -> "perfctr-core";
            case "perfctr_nb" -> "perfctr-nb";
            case "tsc_adjust" -> "tsc-adjust";
            default -> feature;
        };
    }

    /// libvirt's name of a feature.
    public static String fromQemu(String arch, String feature) {
        if (!Architectures.isX86(arch)) {
            return feature;
        }
        return switch (feature) {
            case "cmp-legacy" -> "cmp_legacy";
            case "ds-cpl" -> "ds_cpl";
            case "fxsr-opt" -> "fxsr_opt";
            case "kvm-pv-eoi" -> "kvm_pv_eoi";
            case "kvm-pv-unhalt" -> "kvm_pv_unhalt";
            case "lahf-lm" -> "lahf_lm";
            case "nodeid-msr" -> "nodeid_msr";
            case "pclmulqdq" -> "pclmuldq";
            case "perfctr-core" -> "perfctr_core";
            case "perfctr-nb" -> "perfctr_nb";
            case "tsc-adjust" -> "tsc_adjust";
            default -> feature;
        };
    }

    /// Whether QEMU may be told about a feature: some it never had, or they never did anything.
    public static boolean isKnownToQemu(String arch, String feature) {
        if (!Architectures.isX86(arch)) {
            return true;
        }
        return switch (feature) {
            case "cmt", "mbm_total", "mbm_local", "osxsave", "ospke" -> false;
            default -> true;
        };
    }
}
