package dev.jvirt.qemu.status;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.ImageState;
import dev.jvirt.documents.domain.ImageState.AccessObject;
import dev.jvirt.documents.domain.ImageState.NodeNames;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.domain.StorageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The names that former libvirts gave to what they made for images: their status files do not say
/// them, for they followed from the aliases of the devices.
final class FormerNames {
    private FormerNames() {}

    /// The definition with the names that its file left out.
    static DomainDefinition complete(DomainDefinition definition) {
        List<Device> devices =
                definition.devices().all().stream().map(FormerNames::complete).toList();
        return definition.withDevices(definition.devices().withAll(devices));
    }

    private static Device complete(Device device) {
        return switch (device) {
            case Disk disk when disk.info().alias().isPresent() ->
                    disk.withSource(image(disk.source(), disk.info().alias().get()));
            case HostDevice host when host.info().alias().isPresent() ->
                    host.withSource(unit(host.source(), host.info().alias().get()));
            default -> device;
        };
    }

    private static StorageSource image(StorageSource image, String alias) {
        var objects = new ArrayList<>(image.state().map(ImageState::objects).orElse(List.of()));
        if (needsSecret(image) && !has(objects, "auth")) {
            objects.add(AccessObject.secret("auth", alias + "-secret0"));
        }
        if (isLuks(image) && !has(objects, "encryption")) {
            objects.add(AccessObject.secret("encryption", alias + "-luks-secret0"));
        }
        if (usesTls(image) && objects.stream().noneMatch(o -> o.element().equals("TLSx509"))) {
            objects.add(AccessObject.certificates("obj" + alias + "_tls0"));
        }
        return objects.isEmpty() ? image : image.withState(state(image).withObjects(objects));
    }

    private static ImageState state(StorageSource image) {
        return image.state().orElse(ofStorage(Optional.empty()));
    }

    private static ImageState ofStorage(Optional<String> node) {
        return ImageState.ofNodes(new NodeNames(node, Optional.empty(), Optional.empty()));
    }

    /// QEMU itself logs in to these only.
    private static boolean needsSecret(StorageSource image) {
        return image.access().authentication().isPresent()
                && image.location() instanceof NetworkStorage network
                && switch (network.protocol()) {
                    case ISCSI, RBD -> true;
                    default -> false;
                };
    }

    private static boolean isLuks(StorageSource image) {
        return image.access()
                .encryption()
                .filter(e -> e.format() == StorageEncryption.Format.LUKS)
                .isPresent();
    }

    private static boolean usesTls(StorageSource image) {
        return image.location() instanceof NetworkStorage network
                && network.protocol() == NetworkStorage.Protocol.VXHS
                && network.tls().enabled().orElse(false);
    }

    private static boolean has(List<AccessObject> objects, String type) {
        return objects.stream().anyMatch(object -> object.type().equals(Optional.of(type)));
    }

    private static HostDeviceSource unit(HostDeviceSource source, String alias) {
        var node = Optional.of("libvirt-%s-backend".formatted(alias));
        return switch (source) {
            case HostDeviceSource.Iscsi iscsi when iscsi.state().isEmpty() -> {
                var state = ofStorage(node);
                yield iscsi.withState(
                        iscsi.authentication().isEmpty()
                                ? state
                                : state.withObjects(
                                        List.of(AccessObject.secret("auth", alias + "-secret0"))));
            }
            case HostDeviceSource.ScsiUnit unit when unit.state().isEmpty() ->
                    unit.withState(ofStorage(node));
            default -> source;
        };
    }
}
