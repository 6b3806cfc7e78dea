package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.SecretDefineFlag;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretListFlag;
import dev.jvirt.api.host.SecretValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What a driver can do with secrets. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface SecretDriver {
    /// The secrets that pass the filters.
    @Since("0.10.2")
    default List<SecretId> list(Flags<SecretListFlag> flags) {
        throw unsupported("virConnectListAllSecrets");
    }

    /// The secret with that UUID, or NO_SECRET.
    @Since("0.7.1")
    default SecretId lookupByUuid(UUID uuid) {
        throw unsupported("virSecretLookupByUUID");
    }

    /// The secret for that use, or NO_SECRET.
    ///
    /// @param usageType a number of `virSecretUsageType`, known or not
    @Since("0.7.1")
    default SecretId lookupByUsage(int usageType, String usageId) {
        throw unsupported("virSecretLookupByUsage");
    }

    /// Defines a secret, or defines it anew; its value is told by [#setValue].
    @Since("0.7.1")
    default SecretId defineXml(String xml, Flags<SecretDefineFlag> flags) {
        throw unsupported("virSecretDefineXML");
    }

    /// The document of the secret, which never holds its value.
    @Since("0.7.1")
    default String xml(SecretId secret, int flags) {
        throw unsupported("virSecretGetXMLDesc");
    }

    /// Sets the value.
    @Since("0.7.1")
    default void setValue(SecretId secret, SecretValue value, int flags) {
        throw unsupported("virSecretSetValue");
    }

    /// The value of a secret that is not private.
    ///
    /// @param flags come from outside as they are: none of their bits may ever open a private
    /// secret
    @Since("0.7.1")
    default SecretValue value(SecretId secret, int flags) {
        throw unsupported("virSecretGetValue");
    }

    /// Removes definition and value.
    @Since("0.7.1")
    default void undefine(SecretId secret) {
        throw unsupported("virSecretUndefine");
    }

    /// Delivers events of one kind, of one secret or of all. The handler must not wait; who calls
    /// it is the driver.
    @Since("3.0.0")
    default Subscription subscribe(
            SecretEventId kind, Optional<SecretId> secret, Consumer<SecretEvent> handler) {
        throw unsupported("virConnectSecretEventRegisterAny");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.SECRET, function);
    }
}
