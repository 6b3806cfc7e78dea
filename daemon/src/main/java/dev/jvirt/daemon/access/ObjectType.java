package dev.jvirt.daemon.access;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    /// The names of all attributes that such an object may have.
    public Set<String> attributes() {
        return switch (this) {
            case CONNECT -> Set.of(AccessObject.DRIVER);
            case DOMAIN -> withDriver(ObjectAttributes.DOMAIN_NAME, ObjectAttributes.DOMAIN_UUID);
            case INTERFACE ->
                    withDriver(ObjectAttributes.INTERFACE_NAME, ObjectAttributes.INTERFACE_MAC);
            case NETWORK ->
                    withDriver(ObjectAttributes.NETWORK_NAME, ObjectAttributes.NETWORK_UUID);
            case NETWORK_PORT ->
                    withDriver(
                            ObjectAttributes.NETWORK_NAME,
                            ObjectAttributes.NETWORK_UUID,
                            ObjectAttributes.PORT_UUID);
            case NODE_DEVICE -> withDriver(ObjectAttributes.DEVICE_NAME);
            case NWFILTER -> withDriver(ObjectAttributes.FILTER_NAME, ObjectAttributes.FILTER_UUID);
            case NWFILTER_BINDING ->
                    withDriver(
                            ObjectAttributes.BINDING_PORT,
                            ObjectAttributes.BINDING_LINK,
                            ObjectAttributes.BINDING_FILTER);
            case SECRET ->
                    withDriver(
                            ObjectAttributes.SECRET_UUID,
                            ObjectAttributes.USAGE_VOLUME,
                            ObjectAttributes.USAGE_CEPH,
                            ObjectAttributes.USAGE_TARGET,
                            ObjectAttributes.USAGE_NAME);
            case STORAGE_POOL -> withDriver(ObjectAttributes.POOL_NAME, ObjectAttributes.POOL_UUID);
            case STORAGE_VOL ->
                    withDriver(
                            ObjectAttributes.POOL_NAME,
                            ObjectAttributes.POOL_UUID,
                            ObjectAttributes.VOLUME_NAME,
                            ObjectAttributes.VOLUME_KEY);
        };
    }

    private static Set<String> withDriver(String... names) {
        var all = new HashSet<>(Set.of(names));
        all.add(AccessObject.DRIVER);
        return all;
    }

    /// Whether some object has an attribute of that name.
    public static boolean isAttribute(String name) {
        for (ObjectType type : values()) {
            if (type.attributes().contains(name)) {
                return true;
            }
        }
        return false;
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
