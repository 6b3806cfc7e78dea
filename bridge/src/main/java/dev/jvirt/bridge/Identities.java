package dev.jvirt.bridge;

import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NwfilterBindingId;
import dev.jvirt.api.host.NwfilterId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.protocol.domain.RemoteDomainCheckpoint;
import dev.jvirt.protocol.domain.RemoteDomainSnapshot;
import dev.jvirt.protocol.host.RemoteInterface;
import dev.jvirt.protocol.host.RemoteNodeDevice;
import dev.jvirt.protocol.host.RemoteNwfilter;
import dev.jvirt.protocol.host.RemoteNwfilterBinding;
import dev.jvirt.protocol.host.RemoteSecret;
import dev.jvirt.protocol.network.RemoteNetworkPort;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.remote.RemoteNetwork;
import dev.jvirt.protocol.storage.RemoteStoragePool;
import dev.jvirt.protocol.storage.RemoteStorageVolume;

/// Objects as they are named on the wire and in the API.
public final class Identities {
    private Identities() {}

    /// DomainId as it travels.
    public static RemoteDomain remote(DomainId domain) {
        return new RemoteDomain(domain.name(), domain.uuid(), domain.id());
    }

    /// DomainId that came.
    public static DomainId local(RemoteDomain domain) {
        return new DomainId(domain.name(), domain.uuid(), domain.id());
    }

    /// NetworkId as it travels.
    public static RemoteNetwork remote(NetworkId network) {
        return new RemoteNetwork(network.name(), network.uuid());
    }

    /// NetworkId that came.
    public static NetworkId local(RemoteNetwork network) {
        return new NetworkId(network.name(), network.uuid());
    }

    /// NetworkPortId as it travels.
    public static RemoteNetworkPort remote(NetworkPortId port) {
        return new RemoteNetworkPort(remote(port.network()), port.uuid());
    }

    /// NetworkPortId that came.
    public static NetworkPortId local(RemoteNetworkPort port) {
        return new NetworkPortId(local(port.network()), port.uuid());
    }

    /// StoragePoolId as it travels.
    public static RemoteStoragePool remote(StoragePoolId pool) {
        return new RemoteStoragePool(pool.name(), pool.uuid());
    }

    /// StoragePoolId that came.
    public static StoragePoolId local(RemoteStoragePool pool) {
        return new StoragePoolId(pool.name(), pool.uuid());
    }

    /// StorageVolumeId as it travels.
    public static RemoteStorageVolume remote(StorageVolumeId volume) {
        return new RemoteStorageVolume(volume.pool(), volume.name(), volume.key());
    }

    /// StorageVolumeId that came.
    public static StorageVolumeId local(RemoteStorageVolume volume) {
        return new StorageVolumeId(volume.pool(), volume.name(), volume.key());
    }

    /// InterfaceId as it travels.
    public static RemoteInterface remote(InterfaceId iface) {
        return new RemoteInterface(iface.name(), iface.mac());
    }

    /// InterfaceId that came.
    public static InterfaceId local(RemoteInterface iface) {
        return new InterfaceId(iface.name(), iface.mac());
    }

    /// NodeDeviceId as it travels.
    public static RemoteNodeDevice remote(NodeDeviceId device) {
        return new RemoteNodeDevice(device.name());
    }

    /// NodeDeviceId that came.
    public static NodeDeviceId local(RemoteNodeDevice device) {
        return new NodeDeviceId(device.name());
    }

    /// SecretId as it travels.
    public static RemoteSecret remote(SecretId secret) {
        return new RemoteSecret(secret.uuid(), secret.usageType(), secret.usageId());
    }

    /// SecretId that came.
    public static SecretId local(RemoteSecret secret) {
        return new SecretId(secret.uuid(), secret.usageType(), secret.usageID());
    }

    /// NwfilterId as it travels.
    public static RemoteNwfilter remote(NwfilterId filter) {
        return new RemoteNwfilter(filter.name(), filter.uuid());
    }

    /// NwfilterId that came.
    public static NwfilterId local(RemoteNwfilter filter) {
        return new NwfilterId(filter.name(), filter.uuid());
    }

    /// NwfilterBindingId as it travels.
    public static RemoteNwfilterBinding remote(NwfilterBindingId binding) {
        return new RemoteNwfilterBinding(binding.portDevice(), binding.filterName());
    }

    /// NwfilterBindingId that came.
    public static NwfilterBindingId local(RemoteNwfilterBinding binding) {
        return new NwfilterBindingId(binding.portdev(), binding.filtername());
    }

    /// DomainSnapshotId as it travels.
    public static RemoteDomainSnapshot remote(DomainSnapshotId snapshot) {
        return new RemoteDomainSnapshot(snapshot.name(), remote(snapshot.domain()));
    }

    /// DomainSnapshotId that came.
    public static DomainSnapshotId local(RemoteDomainSnapshot snapshot) {
        return new DomainSnapshotId(snapshot.name(), local(snapshot.domain()));
    }

    /// DomainCheckpointId as it travels.
    public static RemoteDomainCheckpoint remote(DomainCheckpointId checkpoint) {
        return new RemoteDomainCheckpoint(checkpoint.name(), remote(checkpoint.domain()));
    }

    /// DomainCheckpointId that came.
    public static DomainCheckpointId local(RemoteDomainCheckpoint checkpoint) {
        return new DomainCheckpointId(checkpoint.name(), local(checkpoint.domain()));
    }
}
