package dev.jvirt.qemu.block;

import dev.jvirt.qemu.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Certificates for connections of one kind.
///
/// @param folder where they are
/// @param verify whether clients need a certificate
/// @param keySecret the secret that opens the private key
public record TlsCredentials(String folder, boolean verify, Optional<UUID> keySecret) {
    /// The objects of a server.
    public List<JsonObject> server(String id, Secrets secrets) {
        return objects(id, "server", verify, secrets);
    }

    /// The objects of a client, which always checks the server.
    public List<JsonObject> client(String id, Secrets secrets) {
        return objects(id, "client", true, secrets);
    }

    private List<JsonObject> objects(String id, String end, boolean verifyPeer, Secrets secrets) {
        var objects = new ArrayList<JsonObject>();
        String password = id + "-secret0";
        keySecret.ifPresent(
                uuid -> objects.add(secrets.object(password, SecretLookup.Usage.TLS, uuid)));
        var credentials = JsonObject.builder().put("qom-type", "tls-creds-x509").put("id", id);
        credentials.put("dir", folder).put("endpoint", end).put("verify-peer", verifyPeer);
        if (keySecret.isPresent()) {
            credentials.put("passwordid", password);
        }
        objects.add(credentials.build());
        return objects;
    }
}
