package dev.jvirt.daemon.access;

/// Decides what clients may do.
@FunctionalInterface
public interface AccessPolicy {
    /// Allows everything, as libvirt does without `access_drivers`. It is never asked: whoever
    /// finds this very policy goes on.
    AccessPolicy ALLOW_ALL = (client, object, permission) -> true;

    /// Whether the client may do that with the object.
    ///
    /// Asking the object for attributes may look it up: an error of that ends the call.
    boolean allows(ClientIdentity client, AccessObject object, Permission permission);

    /// Reads again what it was configured with.
    ///
    /// @throws dev.jvirt.api.LibvirtException if that is broken; what held before holds on
    default void reload() {}
}
