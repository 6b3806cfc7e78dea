package dev.jvirt.daemon.access;

import java.util.Locale;

/// Something that one may be allowed to do with an object.
public sealed interface Permission
        permits ConnectPermission,
                DomainPermission,
                InterfacePermission,
                NetworkPermission,
                NetworkPortPermission,
                NodeDevicePermission,
                NwfilterPermission,
                NwfilterBindingPermission,
                SecretPermission,
                StoragePoolPermission,
                StorageVolumePermission {
    /// What kind of object it is about.
    ObjectType object();

    /// The name of the constant.
    String name();

    /// libvirt's name, as in `org.libvirt.api.storage-pool.search-storage-vols`.
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name of the action, as polkit knows it.
    default String action() {
        return "org.libvirt.api." + object().label() + "." + label();
    }

    /// The permission that the protocol names `object:permission`.
    static Permission of(String name) {
        int colon = name.indexOf(':');
        return ObjectType.named(name.substring(0, colon)).permission(name.substring(colon + 1));
    }
}
