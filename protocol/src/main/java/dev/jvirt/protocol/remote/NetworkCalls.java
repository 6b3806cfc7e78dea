package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.UUID;

/// Finding networks and what they look like.
@Wire(Program.REMOTE)
public interface NetworkCalls {
    /// virConnectNumOfNetworks
    @Procedure(
            number = 52,
            acl = "connect:search_networks",
            filter = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfNetworks() {
        public record Reply(int num) {}
    }

    /// virConnectListNetworks
    @Procedure(
            number = 38,
            acl = "connect:search_networks",
            filter = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListNetworks(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectNumOfDefinedNetworks
    @Procedure(
            number = 50,
            acl = "connect:search_networks",
            filter = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfDefinedNetworks() {
        public record Reply(int num) {}
    }

    /// virConnectListDefinedNetworks
    @Procedure(
            number = 36,
            acl = "connect:search_networks",
            filter = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListDefinedNetworks(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectListAllNetworks; `needResults` 0 asks only for the count.
    @Procedure(
            number = 283,
            acl = "connect:search_networks",
            filter = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListAllNetworks(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteNetwork> networks, int count) {}
    }

    /// virNetworkLookupByUUID
    @Procedure(
            number = 47,
            acl = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkLookupByUuid(UUID uuid) {
        public record Reply(RemoteNetwork network) {}
    }

    /// virNetworkLookupByName
    @Procedure(
            number = 46,
            acl = "network:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkLookupByName(String name) {
        public record Reply(RemoteNetwork network) {}
    }

    /// virNetworkGetXMLDesc
    @Procedure(
            number = 43,
            acl = "network:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkGetXmlDesc(RemoteNetwork network, int flags) {
        public record Reply(String xml) {}
    }

    /// virNetworkGetBridgeName
    @Procedure(
            number = 45,
            acl = "network:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkGetBridgeName(RemoteNetwork network) {
        public record Reply(String name) {}
    }

    /// virNetworkGetAutostart
    @Procedure(
            number = 44,
            acl = "network:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkGetAutostart(RemoteNetwork network) {
        public record Reply(int autostart) {}
    }

    /// virNetworkIsActive
    @Procedure(
            number = 152,
            acl = "network:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkIsActive(RemoteNetwork network) {
        public record Reply(int active) {}
    }

    /// virNetworkIsPersistent
    @Procedure(
            number = 153,
            acl = "network:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NetworkIsPersistent(RemoteNetwork network) {
        public record Reply(int persistent) {}
    }
}
