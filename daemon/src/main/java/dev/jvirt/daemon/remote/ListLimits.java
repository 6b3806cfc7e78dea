package dev.jvirt.daemon.remote;

import java.util.List;
import java.util.function.Function;

/// The limits of lists, refused in libvirt's words.
final class ListLimits {
    /// `REMOTE_DOMAIN_LIST_MAX`
    static final int DOMAINS = 16384;

    /// `REMOTE_NETWORK_LIST_MAX`
    static final int NETWORKS = 16384;

    /// `REMOTE_STORAGE_POOL_LIST_MAX`
    static final int STORAGE_POOLS = 16384;

    /// `REMOTE_STORAGE_VOL_LIST_MAX`
    static final int STORAGE_VOLUMES = 16384;

    /// `REMOTE_SECRET_LIST_MAX`
    static final int SECRETS = 16384;

    /// `REMOTE_DOMAIN_INTERFACE_MAX`
    static final int INTERFACES = 2048;

    /// `REMOTE_DOMAIN_FSINFO_MAX`, and as many disks below each of them
    static final int FILESYSTEMS = 256;

    /// `REMOTE_DOMAIN_GUEST_INFO_PARAMS_MAX`
    static final int GUEST_INFO = 2048;

    /// `REMOTE_DOMAIN_GUEST_VCPU_PARAMS_MAX`
    static final int GUEST_VCPUS = 64;

    /// `REMOTE_DOMAIN_AUTHORIZED_SSH_KEYS_MAX`
    static final int SSH_KEYS = 2048;

    /// `REMOTE_DOMAIN_SNAPSHOT_LIST_MAX`
    static final int SNAPSHOTS = 16384;

    /// `REMOTE_DOMAIN_CHECKPOINT_LIST_MAX`
    static final int CHECKPOINTS = 16384;

    /// `REMOTE_CONNECT_CPU_MODELS_MAX`
    static final int CPU_MODELS = 8192;

    /// `REMOTE_NETWORK_DHCP_LEASES_MAX`
    static final int DHCP_LEASES = 65536;

    /// `REMOTE_NETWORK_PORT_LIST_MAX`
    static final int NETWORK_PORTS = 16384;

    /// `REMOTE_NETWORK_PORT_PARAMETERS_MAX`
    static final int NETWORK_PORT_PARAMETERS = 16;

    /// `REMOTE_INTERFACE_LIST_MAX`
    static final int HOST_INTERFACES = 16384;

    /// `REMOTE_NODE_DEVICE_LIST_MAX`
    static final int NODE_DEVICES = 65536;

    /// `REMOTE_NODE_DEVICE_CAPS_LIST_MAX`
    static final int NODE_DEVICE_CAPS = 65536;

    /// `REMOTE_NWFILTER_LIST_MAX`
    static final int NWFILTERS = 16384;

    /// `REMOTE_NWFILTER_BINDING_LIST_MAX`
    static final int NWFILTER_BINDINGS = 16384;

    private ListLimits() {}

    /// Checks the size of a caller's array.
    ///
    /// @param name of the argument
    /// @param constant libvirt's name of the limit
    static void check(int size, int limit, String name, String constant) {
        if (size < 0) {
            throw WireErrors.protocol(name + " must be non-negative");
        }
        if (size > limit) {
            throw WireErrors.protocol(name + " > " + constant);
        }
    }

    /// The first things of a list, for a caller's array of `max` entries, by name.
    static <T> List<String> names(List<T> list, Function<T, String> name, int max) {
        return list.stream().limit(max).map(name).toList();
    }

    /// Checks that a list can be sent.
    ///
    /// @param noun what it is a list of
    static <T> List<T> sendable(List<T> list, int limit, String noun) {
        if (list.size() > limit) {
            throw WireErrors.internal(
                    "Too many %ss '%d' for limit '%d'".formatted(noun, list.size(), limit));
        }
        return list;
    }

    /// Checks that so many parameters can be sent.
    static void sendableParameters(int size, int limit) {
        if (size > limit) {
            throw WireErrors.protocol(
                    "too many parameters '%d' for limit '%d'".formatted(size, limit));
        }
    }
}
