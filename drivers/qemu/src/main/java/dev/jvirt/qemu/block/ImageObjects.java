package dev.jvirt.qemu.block;

import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// The objects that must be there before the nodes of an image.
///
/// @param tls certificates for connections to servers
public record ImageObjects(
        StorageSource image, ObjectNames names, Secrets secrets, TlsCredentials tls) {
    /// The objects, in the order in which QEMU must get them.
    public List<JsonObject> all() {
        var objects = new ArrayList<JsonObject>();
        reservations().ifPresent(objects::add);
        var access = image.access();
        access.authentication()
                .ifPresent(
                        auth ->
                                objects.add(
                                        secrets.object(
                                                names.authentication(), usage(), auth.secret())));
        access.encryption()
                .filter(e -> !e.secrets().isEmpty())
                .ifPresent(
                        e ->
                                objects.add(
                                        secrets.object(
                                                names.encryption(),
                                                SecretLookup.Usage.VOLUME,
                                                e.secrets().getFirst())));
        if (image.location() instanceof NetworkStorage network) {
            addNetwork(network, objects);
        }
        return objects;
    }

    private Optional<JsonObject> reservations() {
        return image.access()
                .reservations()
                .filter(r -> !r.managed())
                .map(
                        r ->
                                JsonObject.builder()
                                        .put("qom-type", "pr-manager-helper")
                                        .put("id", names.reservations())
                                        .put("path", r.path().orElse(""))
                                        .build());
    }

    private SecretLookup.Usage usage() {
        boolean ceph =
                image.location() instanceof NetworkStorage network
                        && network.protocol() == NetworkStorage.Protocol.RBD;
        return ceph ? SecretLookup.Usage.CEPH : SecretLookup.Usage.ISCSI;
    }

    private void addNetwork(NetworkStorage network, List<JsonObject> objects) {
        if (!network.details().cookies().isEmpty()) {
            var cookies = new StringJoiner("; ");
            for (NetworkStorage.Cookie cookie : network.details().cookies()) {
                cookies.add(cookie.name() + '=' + cookie.value());
            }
            byte[] text = cookies.toString().getBytes(StandardCharsets.UTF_8);
            objects.add(secrets.sealer().seal(names.cookies(), text));
        }
        if (network.tls().enabled().orElse(false)) {
            objects.addAll(tls.client(names.tls(), secrets));
        }
    }
}
