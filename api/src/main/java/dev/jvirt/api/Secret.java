package dev.jvirt.api;

import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretUsageType;
import dev.jvirt.api.host.SecretValue;
import java.util.UUID;

/// A secret, for example the passphrase of a volume: a handle that names it, not its value
/// (`virSecretPtr`).
public final class Secret {
    private final Connection connection;
    private final SecretId identity;

    Secret(Connection connection, SecretId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The connection that it was found with (`virSecretGetConnect`).
    public Connection connection() {
        return connection;
    }

    /// The secret's UUID (`virSecretGetUUID`, `virSecretGetUUIDString`).
    public UUID uuid() {
        return identity.uuid();
    }

    /// What the secret is for (`virSecretGetUsageType`). A kind that is not known here is NONE; its
    /// number is in the [#identity].
    public SecretUsageType usageType() {
        return SecretUsageType.of(identity.usageType());
    }

    /// What exactly the secret is for, see [Secrets#lookupByUsage]; empty if it is for nothing in
    /// particular (`virSecretGetUsageID`).
    public String usageId() {
        return identity.usageId();
    }

    /// UUID and use: all that a handle holds, so nothing is to be counted or freed
    /// (`virSecretRef`, `virSecretFree`).
    public SecretId identity() {
        return identity;
    }

    /// The secret's document, which never holds the value (`virSecretGetXMLDesc`).
    ///
    /// @param flags 0
    /// @since 0.7.1
    public String xml(int flags) {
        return connection.objects("virSecretGetXMLDesc").secrets().xml(identity, flags);
    }

    /// Sets the value (`virSecretSetValue`).
    ///
    /// @param value at most 65536 bytes, and at least one if a daemon keeps it
    /// @param flags 0
    /// @since 0.7.1
    public void setValue(SecretValue value, int flags) {
        changing("virSecretSetValue").setValue(identity, value, flags);
    }

    /// The value (`virSecretGetValue`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection, NO_SECRET if no value
    /// was set, INVALID_SECRET if the secret is private
    /// @since 0.7.1
    public SecretValue value(int flags) {
        return changing("virSecretGetValue").value(identity, flags);
    }

    /// Removes the definition and the value (`virSecretUndefine`).
    ///
    /// @since 0.7.1
    public void undefine() {
        changing("virSecretUndefine").undefine(identity);
    }

    private SecretDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.SECRET, function).secrets();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && secret.connection == connection
                && secret.uuid().equals(uuid());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return "secret " + uuid();
    }
}
