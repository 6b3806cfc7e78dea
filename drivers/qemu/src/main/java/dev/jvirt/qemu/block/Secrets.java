package dev.jvirt.qemu.block;

import dev.jvirt.documents.domain.SecretReference;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/// The host's secrets, and the way they go to one QEMU process.
public record Secrets(SecretLookup lookup, SecretSealer sealer) {
    /// The object that holds one of the host's secrets in QEMU.
    public JsonObject object(String id, SecretLookup.Usage usage, SecretReference secret) {
        return sealer.seal(id, lookup.value(usage, secret));
    }

    /// The object that holds one of the host's secrets in QEMU.
    public JsonObject object(String id, SecretLookup.Usage usage, UUID secret) {
        return object(
                id,
                usage,
                new SecretReference(Optional.empty(), Optional.of(secret), Optional.empty()));
    }
}
