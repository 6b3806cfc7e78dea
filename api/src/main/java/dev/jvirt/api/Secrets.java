package dev.jvirt.api;

import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.host.SecretDefineFlag;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretListFlag;
import dev.jvirt.api.host.SecretUsageType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The secrets that a connection reaches: finding them, and making new ones.
///
/// @param connection that it belongs to
public record Secrets(Connection connection) {

    /// The secrets that pass the filters, all without any (`virConnectListAllSecrets`,
    /// `virConnectListSecrets`, `virConnectNumOfSecrets`).
    ///
    /// @since 0.10.2
    public List<Secret> list(Flags<SecretListFlag> flags) {
        List<SecretId> found = reading("virConnectListAllSecrets").list(flags);
        var secrets = new ArrayList<Secret>(found.size());
        for (SecretId secret : found) {
            secrets.add(secret(secret));
        }
        return secrets;
    }

    /// The secret with that UUID (`virSecretLookupByUUID`, `virSecretLookupByUUIDString`).
    ///
    /// @throws LibvirtException NO_SECRET if there is none
    /// @since 0.7.1
    public Secret lookupByUuid(UUID uuid) {
        return secret(reading("virSecretLookupByUUID").lookupByUuid(uuid));
    }

    /// The secret for one use (`virSecretLookupByUsage`).
    ///
    /// @param usageId what the secret is for: a path of a volume, the name of a Ceph or iSCSI user,
    /// a name of the definer's choice
    /// @throws LibvirtException NO_SECRET if there is none
    /// @since 0.7.1
    public Secret lookupByUsage(SecretUsageType usageType, String usageId) {
        return lookupByUsage(usageType.code(), usageId);
    }

    /// The secret for a kind of use that may be too new to be known here
    /// (`virSecretLookupByUsage`).
    ///
    /// @param usageType libvirt's number of it
    /// @throws LibvirtException NO_SECRET if there is none
    /// @since 0.7.1
    public Secret lookupByUsage(int usageType, String usageId) {
        return secret(reading("virSecretLookupByUsage").lookupByUsage(usageType, usageId));
    }

    /// A handle for a secret whose identity is known already, without asking the driver whether it
    /// still exists.
    public Secret secret(SecretId identity) {
        return new Secret(connection, identity);
    }

    /// Defines a secret, or defines it anew; it has a value once [Secret#setValue] told it
    /// (`virSecretDefineXML`).
    ///
    /// @param xml the secret's document; without a UUID in it a new one is made
    /// @since 0.7.1
    public Secret defineXml(String xml, Flags<SecretDefineFlag> flags) {
        return secret(
                connection
                        .changingObjects(ErrorDomain.SECRET, "virSecretDefineXML")
                        .secrets()
                        .defineXml(xml, flags));
    }

    private SecretDriver reading(String function) {
        return connection.objects(function).secrets();
    }
}
