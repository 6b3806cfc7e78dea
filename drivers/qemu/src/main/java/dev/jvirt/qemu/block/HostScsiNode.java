package dev.jvirt.qemu.block;

import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The block node of a SCSI unit that is passed through with all its commands.
///
/// @param name the name of the node
/// @param unit a unit of an iSCSI target
public record HostScsiNode(String name, HostDeviceSource.Iscsi unit) {
    /// The name of the node with a number.
    public static String name(int number) {
        return "libvirt-%d-backend".formatted(number);
    }

    /// The node of a unit of this host.
    ///
    /// @param path its generic device node
    public static JsonObject of(String path, String name, boolean readOnly) {
        return JsonObject.builder()
                .put("driver", "host_device")
                .put("filename", path)
                .put("node-name", name)
                .put("read-only", readOnly)
                .build();
    }

    private String secretName() {
        return name + "-secret0";
    }

    /// The object with the password, if there is one.
    public Optional<JsonObject> secret(Secrets secrets) {
        return unit.authentication()
                .map(auth -> secrets.object(secretName(), SecretLookup.Usage.ISCSI, auth.secret()));
    }

    /// The node of the unit.
    public JsonObject properties() {
        var details =
                new NetworkStorage.Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        unit.initiator(),
                        Optional.empty(),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        var network =
                new NetworkStorage(
                        NetworkStorage.Protocol.ISCSI,
                        Optional.empty(),
                        Optional.of(unit.name()),
                        Optional.empty(),
                        new NetworkStorage.Tls(Optional.empty(), false, Optional.empty()),
                        List.of(unit.host()),
                        details);
        var image = StorageSource.of(network, Optional.empty());
        var access = image.access().withAuthentication(unit.authentication());
        var names = new ObjectNames(secretName(), "", "", "", "");
        return new NetworkLocation(network, image.withAccess(access), names)
                .properties()
                .put("node-name", name)
                .put("read-only", unit.rights().readOnly())
                .build();
    }
}
