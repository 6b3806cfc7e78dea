package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.FilesystemDriver;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.documents.xml.MissingInformation;

/// Rules of devices that have few.
final class SmallDeviceRules {
    private static final int FIRST_CID = 3;

    private SmallDeviceRules() {}

    static void check(Vsock vsock) {
        unsupportedWhen(vsock.cid().orElse(FIRST_CID) < FIRST_CID, "guest CIDs must be >= 3");
        if (vsock.model().isEmpty()) {
            VirtioRules.refuse(vsock.virtio());
        }
    }

    static void check(SharedMemory memory) {
        unsupportedWhen(memory.name().contains("/"), "shmem name cannot include '/' character");
        for (String name : new String[] {".", ".."}) {
            unsupportedWhen(memory.name().equals(name), "shmem name cannot be equal to '%s'", name);
        }
    }

    static void check(Filesystem filesystem) {
        var source = filesystem.source();
        if (filesystem.target().isEmpty()) {
            throw MissingInformation.target(source.path().or(source::socket).orElse(""));
        }
        boolean virtiofs =
                filesystem
                        .driver()
                        .type()
                        .filter(t -> t == FilesystemDriver.Type.VIRTIOFS)
                        .isPresent();
        unsupportedWhen(
                filesystem.info().boot().isPresent() && !virtiofs,
                "boot order is only supported for virtiofs");
    }

    static void check(Iommu iommu) {
        boolean attributes =
                iommu.interruptRemapping().isPresent()
                        || iommu.cachingMode().isPresent()
                        || iommu.eim().isPresent()
                        || iommu.ioTlb().isPresent()
                        || iommu.addressWidth().isPresent();
        String model = iommu.model().word();
        when(
                iommu.model() != Iommu.Model.INTEL && attributes,
                XML_ERROR,
                "iommu model '%s' doesn't support additional attributes",
                model);
        when(
                iommu.model() != Iommu.Model.VIRTIO && iommu.info().address().isPresent(),
                XML_ERROR,
                "iommu model '%s' can't have address",
                model);
    }

    static void check(Tpm tpm) {
        switch (tpm.backend()) {
            case Tpm.Emulator emulator ->
                    when(
                            !emulator.activePcrBanks().isEmpty()
                                    && emulator.version()
                                            .filter(v -> v == Tpm.Version.V2_0)
                                            .isEmpty(),
                            XML_ERROR,
                            "<active_pcr_banks/> requires TPM version '2.0'");
            case Tpm.External external -> check(external.source());
            case Tpm.Passthrough _ -> {}
        }
    }

    private static void check(CharSource source) {
        if (!(source instanceof CharSource.Unix unix)) {
            when(true, XML_ERROR, "only source type 'unix' is supported for external TPM device");
            return;
        }
        when(unix.listen(), XML_ERROR, "only 'client' mode is supported for external TPM device");
        when(unix.path().isEmpty(), XML_ERROR, "missing socket path for external TPM device");
    }
}
