package dev.jvirt.qemu.block;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Turns volumes of storage pools into what QEMU can open.
public final class VolumeTranslation {
    private VolumeTranslation() {}

    /// The image at the place that its pool names; the image itself if it is in no pool.
    public static StorageSource translate(
            StorageSource image, Function<StorageLocation.Volume.Reference, PoolVolume> pools) {
        if (!(image.location() instanceof StorageLocation.Volume volume)
                || volume.reference().isEmpty()) {
            return image;
        }
        var reference = volume.reference().get();
        var found = pools.apply(reference);
        boolean iscsi = found.poolType().equals("iscsi");
        if (reference.mode().isPresent() && !iscsi) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "disk source mode is only valid when storage pool is of iscsi type");
        }
        boolean direct =
                reference.mode().filter(m -> m == StorageLocation.Volume.Mode.DIRECT).isPresent();
        if (direct) {
            var access = image.access().withAuthentication(found.authentication());
            return image.withLocation(iscsi(reference, found)).withAccess(access);
        }
        return image.withLocation(local(found));
    }

    private static StorageLocation local(PoolVolume found) {
        return switch (found.type()) {
            case "file" -> new StorageLocation.File(found.path());
            case "block" -> new StorageLocation.Block(Optional.of(found.path()));
            case "dir" -> new StorageLocation.Directory(Optional.of(found.path()));
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "using '%s' pools for backing 'volume' disks isn't yet supported"
                                    .formatted(found.poolType()));
        };
    }

    /// Volumes of iSCSI pools are called `unit:0:0:1` by the place the host has given them.
    private static NetworkStorage iscsi(
            StorageLocation.Volume.Reference reference, PoolVolume found) {
        String[] place = reference.volume().split(":", -1);
        if (place.length != 4) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "unexpected iscsi volume name '%s'".formatted(reference.volume()));
        }
        var details =
                new NetworkStorage.Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        return new NetworkStorage(
                NetworkStorage.Protocol.ISCSI,
                Optional.empty(),
                Optional.of(found.device().orElse("") + '/' + place[3]),
                Optional.empty(),
                new NetworkStorage.Tls(Optional.empty(), false, Optional.empty()),
                found.hosts(),
                details);
    }
}
