package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.host.RemoteNodeDevice;
import dev.jvirt.protocol.host.RemoteSecret;
import dev.jvirt.protocol.storage.RemoteStoragePool;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.Optional;

/// Subscribing to what happens to everything but domains: one kind of event, of one object or of
/// all. A subscription is named by its callback id, which is unique for each sort of object.
@Wire(Program.REMOTE)
public interface ObjectEventCalls {
    /// virConnectNetworkEventRegisterAny
    @Procedure(
            number = 313,
            acl = "connect:search_networks",
            filter = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNetworkEventRegisterAny(int eventId, Optional<RemoteNetwork> network) {
        public record Reply(int callbackId) {}
    }

    /// virConnectNetworkEventDeregisterAny
    @Procedure(
            number = 314,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNetworkEventDeregisterAny(int callbackId) {}

    /// virConnectStoragePoolEventRegisterAny
    @Procedure(
            number = 368,
            acl = "connect:search_storage_pools",
            filter = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectStoragePoolEventRegisterAny(int eventId, Optional<RemoteStoragePool> pool) {
        public record Reply(int callbackId) {}
    }

    /// virConnectStoragePoolEventDeregisterAny
    @Procedure(
            number = 369,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectStoragePoolEventDeregisterAny(int callbackId) {}

    /// virConnectNodeDeviceEventRegisterAny
    @Procedure(
            number = 374,
            acl = "connect:search_node_devices",
            filter = "node_device:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNodeDeviceEventRegisterAny(int eventId, Optional<RemoteNodeDevice> dev) {
        public record Reply(int callbackId) {}
    }

    /// virConnectNodeDeviceEventDeregisterAny
    @Procedure(
            number = 375,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNodeDeviceEventDeregisterAny(int callbackId) {}

    /// virConnectSecretEventRegisterAny
    @Procedure(
            number = 380,
            acl = "connect:search_secrets",
            filter = "secret:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectSecretEventRegisterAny(int eventId, Optional<RemoteSecret> secret) {
        public record Reply(int callbackId) {}
    }

    /// virConnectSecretEventDeregisterAny
    @Procedure(
            number = 381,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectSecretEventDeregisterAny(int callbackId) {}
}
