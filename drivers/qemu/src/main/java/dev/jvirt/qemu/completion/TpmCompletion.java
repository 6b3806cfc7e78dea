package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.qemu.capabilities.Architectures;

/// Interface and version of a trusted platform module.
final class TpmCompletion {
    private TpmCompletion() {}

    static Tpm fill(Tpm given, String arch) {
        var tpm = given;
        if (tpm.model().isEmpty()) {
            tpm =
                    tpm.withModel(
                            Architectures.isPpc64(arch) ? Tpm.Model.TPM_SPAPR : Tpm.Model.TPM_TIS);
        }
        if (tpm.backend() instanceof Tpm.Emulator emulator && emulator.version().isEmpty()) {
            // The two versions are not compatible, so one has to be chosen once and for all.
            boolean old =
                    tpm.model().orElseThrow() == Tpm.Model.TPM_TIS && !Architectures.isArm(arch);
            tpm = tpm.withBackend(emulator.withVersion(old ? Tpm.Version.V1_2 : Tpm.Version.V2_0));
        }
        return tpm;
    }
}
