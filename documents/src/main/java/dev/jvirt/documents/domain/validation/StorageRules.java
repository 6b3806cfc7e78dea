package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageAuthentication;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.List;
import java.util.Optional;

/// Rules of images.
public final class StorageRules {
    private static final List<String> SECRET_TYPES =
            List.of("none", "volume", "ceph", "iscsi", "tls", "vtpm");

    private StorageRules() {}

    /// Refuses an image that makes no sense, or one of those that it is based on.
    public static void check(StorageSource source) {
        var image = Optional.of(source);
        while (image.isPresent()) {
            checkOne(image.get());
            image = image.get().backing();
        }
    }

    private static void checkOne(StorageSource source) {
        if (source.location() instanceof NetworkStorage network) {
            source.access()
                    .authentication()
                    .ifPresent(a -> checkAuthentication(a, network.protocol()));
        }
        var encryption = source.access().encryption();
        unsupportedWhen(
                encryption
                        .filter(
                                e ->
                                        e.format() == StorageEncryption.Format.LUKS
                                                && e.cipher().isPresent())
                        .isPresent(),
                "supplying <cipher> for domain disk definition is unnecessary");
    }

    private static void checkAuthentication(
            StorageAuthentication authentication, NetworkStorage.Protocol protocol) {
        switch (protocol) {
            case ISCSI, HTTP, HTTPS, FTP, FTPS, SSH, RBD -> {}
            case NBD, SHEEPDOG, GLUSTER, TFTP, VXHS, NFS ->
                    unsupportedWhen(
                            true,
                            "authentication is not supported for protocol '%s'",
                            protocol.word());
        }
        String type = authentication.secret().type().orElse("<null>");
        unsupportedWhen(!SECRET_TYPES.contains(type), "unknown secret type '%s'", type);
        boolean wrong =
                (protocol == NetworkStorage.Protocol.ISCSI && !type.equals("iscsi"))
                        || (protocol == NetworkStorage.Protocol.RBD && !type.equals("ceph"));
        unsupportedWhen(wrong, "invalid secret type '%s'", type);
    }

    /// Refuses an image that cannot be a SCSI logical unit.
    public static void checkLun(StorageSource source) {
        switch (source.location()) {
            case NetworkStorage network ->
                    unsupportedWhen(
                            network.protocol() != NetworkStorage.Protocol.ISCSI,
                            "disk device='lun' is not supported for protocol='%s'",
                            network.protocol().word());
            case StorageLocation.Block _, StorageLocation.Volume _ -> {}
            default ->
                    unsupportedWhen(
                            true, "disk device='lun' is only valid for block type disk source");
        }
        unsupportedWhen(
                source.format().filter(f -> f != StorageFormat.RAW).isPresent(),
                "disk device 'lun' must use 'raw' format");
        unsupportedWhen(
                source.slice().isPresent(), "disk device 'lun' doesn't support storage slice");
        unsupportedWhen(
                source.access()
                        .encryption()
                        .filter(e -> e.format() != StorageEncryption.Format.DEFAULT)
                        .isPresent(),
                "disk device 'lun' doesn't support encryption");
    }
}
