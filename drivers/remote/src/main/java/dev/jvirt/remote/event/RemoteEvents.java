package dev.jvirt.remote.event;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.bridge.event.DomainMessages;
import dev.jvirt.bridge.event.NetworkMessages;
import dev.jvirt.bridge.event.NodeDeviceMessages;
import dev.jvirt.bridge.event.QemuMonitorMessages;
import dev.jvirt.bridge.event.SecretMessages;
import dev.jvirt.bridge.event.StoragePoolMessages;
import dev.jvirt.protocol.qemu.QemuEventCallsClient;
import dev.jvirt.protocol.remote.DomainEventCallsClient;
import dev.jvirt.protocol.remote.ObjectEventCallsClient;
import dev.jvirt.rpc.client.RpcCaller;
import dev.jvirt.rpc.xdr.XdrReader;
import java.util.function.BooleanSupplier;

/// The subscriptions of one connection, and who gets what arrives.
public final class RemoteEvents {
    private final Subscriptions<DomainEventId, DomainId, DomainEvent> domains;
    private final Subscriptions<NetworkEventId, NetworkId, NetworkEvent> networks;
    private final Subscriptions<StoragePoolEventId, StoragePoolId, StoragePoolEvent> pools;
    private final Subscriptions<NodeDeviceEventId, NodeDeviceId, NodeDeviceEvent> nodeDevices;
    private final Subscriptions<SecretEventId, SecretId, SecretEvent> secrets;
    private final Subscriptions<QemuMonitorFilter, DomainId, QemuMonitorEvent> monitors;

    /// @param callbackIds whether the daemon filters the events of domains and names each
    /// registration
    /// @param connected whether the daemon can still be asked
    public RemoteEvents(RpcCaller caller, boolean callbackIds, BooleanSupplier connected) {
        var domainCalls = new DomainEventCallsClient(caller);
        var objectCalls = new ObjectEventCallsClient(caller);
        domains = new Subscriptions<>(new DomainEventSort(domainCalls, callbackIds), connected);
        networks = new Subscriptions<>(new NetworkEventSort(objectCalls), connected);
        pools = new Subscriptions<>(new StoragePoolEventSort(objectCalls), connected);
        nodeDevices = new Subscriptions<>(new NodeDeviceEventSort(objectCalls), connected);
        secrets = new Subscriptions<>(new SecretEventSort(objectCalls), connected);
        var monitorCalls = new QemuEventCallsClient(caller);
        monitors = new Subscriptions<>(new QemuMonitorEventSort(monitorCalls), connected);
    }

    /// Subscriptions to domains.
    public Subscriptions<DomainEventId, DomainId, DomainEvent> domains() {
        return domains;
    }

    /// Subscriptions to networks.
    public Subscriptions<NetworkEventId, NetworkId, NetworkEvent> networks() {
        return networks;
    }

    /// Subscriptions to storage pools.
    public Subscriptions<StoragePoolEventId, StoragePoolId, StoragePoolEvent> pools() {
        return pools;
    }

    /// Subscriptions to devices of the host.
    public Subscriptions<NodeDeviceEventId, NodeDeviceId, NodeDeviceEvent> nodeDevices() {
        return nodeDevices;
    }

    /// Subscriptions to secrets.
    public Subscriptions<SecretEventId, SecretId, SecretEvent> secrets() {
        return secrets;
    }

    /// Subscriptions to QEMU's monitors.
    public Subscriptions<QemuMonitorFilter, DomainId, QemuMonitorEvent> monitors() {
        return monitors;
    }

    /// Delivers an event of the remote program.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return new DomainMessages(domains).read(procedure, payload)
                || new NetworkMessages(networks).read(procedure, payload)
                || new StoragePoolMessages(pools).read(procedure, payload)
                || new NodeDeviceMessages(nodeDevices).read(procedure, payload)
                || new SecretMessages(secrets).read(procedure, payload);
    }

    /// Delivers an event of the QEMU program.
    public void readQemu(int procedure, XdrReader payload) {
        new QemuMonitorMessages(monitors).read(procedure, payload);
    }

    /// The connection has ended: nobody is called any more.
    public void end() {
        domains.end();
        networks.end();
        pools.end();
        nodeDevices.end();
        secrets.end();
        monitors.end();
    }
}
