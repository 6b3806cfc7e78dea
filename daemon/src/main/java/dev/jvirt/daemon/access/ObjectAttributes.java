package dev.jvirt.daemon.access;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainStatsRecord;
import dev.jvirt.api.Interface;
import dev.jvirt.api.Network;
import dev.jvirt.api.NetworkPort;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.api.Nwfilter;
import dev.jvirt.api.NwfilterBinding;
import dev.jvirt.api.Secret;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretUsageType;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.storage.StoragePoolId;
import java.util.Map;

/// The attributes of objects of the API, under the names of libvirt's polkit driver.
final class ObjectAttributes {
    static final String DOMAIN_NAME = "domain_name";
    static final String DOMAIN_UUID = "domain_uuid";
    static final String INTERFACE_NAME = "interface_name";
    static final String INTERFACE_MAC = "interface_macaddr";
    static final String NETWORK_NAME = "network_name";
    static final String NETWORK_UUID = "network_uuid";
    static final String PORT_UUID = "port_uuid";
    static final String DEVICE_NAME = "node_device_name";
    static final String FILTER_NAME = "nwfilter_name";
    static final String FILTER_UUID = "nwfilter_uuid";
    static final String BINDING_PORT = "nwfilter_binding_portdev";
    static final String BINDING_LINK = "nwfilter_binding_linkdev";
    static final String BINDING_FILTER = "nwfilter_binding_filter";
    static final String SECRET_UUID = "secret_uuid";
    static final String POOL_NAME = "pool_name";
    static final String POOL_UUID = "pool_uuid";
    static final String VOLUME_NAME = "vol_name";
    static final String VOLUME_KEY = "vol_key";
    static final String USAGE_VOLUME = "secret_usage_volume";
    static final String USAGE_CEPH = "secret_usage_ceph";
    static final String USAGE_TARGET = "secret_usage_target";
    static final String USAGE_NAME = "secret_usage_name";

    private ObjectAttributes() {}

    /// The attributes of an object, or of what an event names.
    static Map<String, String> of(Object object) {
        return switch (object) {
            case Domain domain -> of(domain.identity());
            case DomainStatsRecord statistics -> of(statistics.domain());
            case Interface iface ->
                    Map.of(INTERFACE_NAME, iface.name(), INTERFACE_MAC, iface.mac());
            case Network network -> of(network.identity());
            case NetworkPort port ->
                    Attributes.with(of(port.network()), Map.of(PORT_UUID, port.uuid().toString()));
            case NodeDevice device -> of(device.identity());
            case Nwfilter filter ->
                    Map.of(FILTER_NAME, filter.name(), FILTER_UUID, filter.uuid().toString());
            case NwfilterBinding binding ->
                    Map.of(
                            BINDING_PORT,
                            binding.portDevice(),
                            BINDING_FILTER,
                            binding.filterName());
            case Secret secret -> of(secret.identity());
            case StoragePool pool -> of(pool.identity());
            case StorageVolume volume ->
                    Attributes.with(
                            of(volume.pool()),
                            Map.of(VOLUME_NAME, volume.name(), VOLUME_KEY, volume.key()));
            default -> ofIdentity(object);
        };
    }

    private static Map<String, String> ofIdentity(Object identity) {
        return switch (identity) {
            case DomainId(var name, var uuid, _) ->
                    Map.of(DOMAIN_NAME, name, DOMAIN_UUID, uuid.toString());
            case NetworkId(var name, var uuid) ->
                    Map.of(NETWORK_NAME, name, NETWORK_UUID, uuid.toString());
            case NodeDeviceId(var name) -> Map.of(DEVICE_NAME, name);
            case SecretId(var uuid, int usage, var usageId) ->
                    Attributes.with(
                            Map.of(SECRET_UUID, uuid.toString()),
                            usage(SecretUsageType.of(usage), usageId));
            case StoragePoolId(var name, var uuid) ->
                    Map.of(POOL_NAME, name, POOL_UUID, uuid.toString());
            default -> throw new IllegalArgumentException(identity.getClass().getName());
        };
    }

    /// What a secret is for.
    static Map<String, String> usage(SecretUsageType type, String id) {
        return switch (type) {
            case NONE -> Map.of();
            case VOLUME -> Map.of(USAGE_VOLUME, id);
            case CEPH -> Map.of(USAGE_CEPH, id);
            case ISCSI -> Map.of(USAGE_TARGET, id);
            case TLS, VTPM -> Map.of(USAGE_NAME, id);
        };
    }
}
