package dev.jvirt.daemon.access;

import java.util.List;
import java.util.Locale;

/// The kinds of objects that permissions are about.
public enum ObjectType {
    /// Permissions on the connection itself.
    CONNECT("connect"),
    /// Permissions on domains.
    DOMAIN("domain"),
    /// Permissions on the network interfaces of the host.
    INTERFACE("interface"),
    /// Permissions on networks.
    NETWORK("network"),
    /// Permissions on the ports of networks.
    NETWORK_PORT("network-port"),
    /// Permissions on the devices of the host.
    NODE_DEVICE("node-device"),
    /// Permissions on network filters.
    NWFILTER("nwfilter"),
    /// Permissions on the bindings of network filters.
    NWFILTER_BINDING("nwfilter-binding"),
    /// Permissions on secrets.
    SECRET("secret"),
    /// Permissions on storage pools.
    STORAGE_POOL("storage-pool"),
    /// Permissions on storage volumes.
    STORAGE_VOL("storage-vol");

    private final String label;

    ObjectType(String label) {
        this.label = label;
    }

    /// libvirt's name, as in `org.libvirt.api.storage-pool.start`.
    public String label() {
        return label;
    }

    /// All that one may be allowed to do with such an object.
    public List<Permission> permissions() {
        return switch (this) {
            case CONNECT -> List.of(ConnectPermission.values());
            case DOMAIN -> List.of(DomainPermission.values());
            case INTERFACE -> List.of(InterfacePermission.values());
            case NETWORK -> List.of(NetworkPermission.values());
            case NETWORK_PORT -> List.of(NetworkPortPermission.values());
            case NODE_DEVICE -> List.of(NodeDevicePermission.values());
            case NWFILTER -> List.of(NwfilterPermission.values());
            case NWFILTER_BINDING -> List.of(NwfilterBindingPermission.values());
            case SECRET -> List.of(SecretPermission.values());
            case STORAGE_POOL -> List.of(StoragePoolPermission.values());
            case STORAGE_VOL -> List.of(StorageVolumePermission.values());
        };
    }

    /// The permission of that name, in the spelling of the protocol (`search_domains`).
    Permission permission(String name) {
        for (Permission permission : permissions()) {
            if (permission.name().equals(name.toUpperCase(Locale.ROOT))) {
                return permission;
            }
        }
        throw new IllegalArgumentException(label + " has no permission " + name);
    }

    /// The kind of that name, in the spelling of the protocol (`storage_pool`).
    static ObjectType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
