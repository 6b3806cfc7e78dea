package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Trusted platform modules that QEMU and the software TPM have.
final class TpmRules {
    private TpmRules() {}

    static void check(Tpm tpm, Machine machine) {
        var model = tpm.model().orElse(Tpm.Model.TPM_TIS);
        if (tpm.backend() instanceof Tpm.Emulator emulator) {
            checkVersion(emulator.version().orElse(Tpm.Version.V1_2), model, machine);
        }
        checkBackend(tpm.backend(), machine);
        boolean proxy = model == Tpm.Model.SPAPR_TPM_PROXY;
        unsupportedWhen(
                proxy && !(tpm.backend() instanceof Tpm.Passthrough),
                "TPM Proxy model %s requires 'Passthrough' backend".formatted(model.word()));
        var flag =
                switch (model) {
                    case TPM_TIS -> QemuFlag.TPM_TIS;
                    case TPM_CRB -> QemuFlag.TPM_CRB;
                    case TPM_SPAPR -> QemuFlag.TPM_SPAPR;
                    case SPAPR_TPM_PROXY -> QemuFlag.SPAPR_TPM_PROXY;
                };
        unsupportedWhen(
                !machine.has(flag),
                "The QEMU executable %s does not support TPM model %s"
                        .formatted(emulator(machine), model.word()));
    }

    private static void checkVersion(Tpm.Version version, Tpm.Model model, Machine machine) {
        unsupportedWhen(
                !machine.limits().tpmVersions().contains(version),
                "TPM version '%s' is not supported".formatted(version.word()));
        if (version == Tpm.Version.V2_0) {
            return;
        }
        unsupportedWhen(
                model == Tpm.Model.TPM_CRB,
                "Unsupported interface '%s' for TPM 1.2".formatted(model.word()));
        unsupportedWhen(
                model == Tpm.Model.TPM_SPAPR,
                "TPM 1.2 is not supported with the SPAPR device model");
        unsupportedWhen(Architectures.isArm(machine.arch()), "TPM 1.2 is not supported on ARM");
    }

    private static void checkBackend(Tpm.Backend backend, Machine machine) {
        boolean software = !(backend instanceof Tpm.Passthrough);
        var flag = software ? QemuFlag.TPM_EMULATOR : QemuFlag.TPM_PASSTHROUGH;
        String name =
                switch (backend) {
                    case Tpm.Passthrough _ -> "passthrough";
                    case Tpm.Emulator _ -> "emulator";
                    case Tpm.External _ -> "external";
                };
        unsupportedWhen(
                !machine.has(flag) || software && machine.limits().tpmVersions().isEmpty(),
                "The QEMU executable %s does not support TPM backend type %s"
                        .formatted(emulator(machine), name));
    }

    private static String emulator(Machine machine) {
        return machine.definition().devices().emulator().orElse("");
    }
}
