package dev.jvirt.protocol.network;

import dev.jvirt.protocol.remote.RemoteNetwork;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;

/// The life of networks from definition to end, and what is known of their clients.
@Wire(Program.REMOTE)
public interface NetworkDefinitionCalls {
    /// virNetworkCreateXML
    @Procedure(
            number = 40,
            acl = {"network:write", "network:start"})
    record NetworkCreateXml(String xml) {
        public record Reply(RemoteNetwork network) {}
    }

    /// virNetworkCreateXMLFlags
    @Procedure(
            number = 437,
            acl = {"network:write", "network:start"},
            priority = Priority.HIGH)
    record NetworkCreateXmlFlags(String xml, int flags) {
        public record Reply(RemoteNetwork network) {}
    }

    /// virNetworkDefineXML
    @Procedure(
            number = 41,
            acl = {"network:write", "network:save"},
            priority = Priority.HIGH)
    record NetworkDefineXml(String xml) {
        public record Reply(RemoteNetwork network) {}
    }

    /// virNetworkDefineXMLFlags
    @Procedure(
            number = 432,
            acl = {"network:write", "network:save"},
            priority = Priority.HIGH)
    record NetworkDefineXmlFlags(String xml, int flags) {
        public record Reply(RemoteNetwork network) {}
    }

    /// virNetworkUndefine
    @Procedure(number = 49, acl = "network:delete", priority = Priority.HIGH)
    record NetworkUndefine(RemoteNetwork network) {}

    /// virNetworkCreate
    @Procedure(number = 39, acl = "network:start")
    record NetworkCreate(RemoteNetwork network) {}

    /// virNetworkDestroy
    @Procedure(number = 42, acl = "network:stop", priority = Priority.HIGH)
    record NetworkDestroy(RemoteNetwork network) {}

    /// virNetworkSetAutostart
    @Procedure(number = 48, acl = "network:write", priority = Priority.HIGH)
    record NetworkSetAutostart(RemoteNetwork network, int autostart) {}

    /// virNetworkUpdate; command and section are swapped unless the peer has feature 16.
    @Procedure(
            number = 291,
            acl = {
                "network:write",
                "network:save:!VIR_NETWORK_UPDATE_AFFECT_CONFIG|VIR_NETWORK_UPDATE_AFFECT_LIVE",
                "network:save:VIR_NETWORK_UPDATE_AFFECT_CONFIG"
            },
            priority = Priority.HIGH)
    record NetworkUpdate(
            RemoteNetwork network,
            int command,
            int section,
            int parentIndex,
            String xml,
            int flags) {}

    /// virNetworkGetDHCPLeases
    @Procedure(number = 341, acl = "network:read")
    record NetworkGetDhcpLeases(
            RemoteNetwork network, Optional<String> mac, int needResults, int flags) {
        public record Reply(@Max(65536) List<DhcpLease> leases, int ret) {}
    }

    /// virNetworkSetMetadata
    @Procedure(
            number = 444,
            acl = {
                "network:write",
                "network:save:!VIR_NETWORK_UPDATE_AFFECT_CONFIG|VIR_NETWORK_UPDATE_AFFECT_LIVE",
                "network:save:VIR_NETWORK_UPDATE_AFFECT_CONFIG"
            })
    record NetworkSetMetadata(
            RemoteNetwork network,
            int type,
            Optional<String> metadata,
            Optional<String> key,
            Optional<String> uri,
            int flags) {}

    /// virNetworkGetMetadata
    @Procedure(number = 445, acl = "network:read")
    record NetworkGetMetadata(RemoteNetwork network, int type, Optional<String> uri, int flags) {
        public record Reply(String metadata) {}
    }

    /// An address that a network gave away; `expirytime` in seconds since 1970.
    @Struct("remote_network_dhcp_lease")
    record DhcpLease(
            String iface,
            long expirytime,
            int type,
            Optional<String> mac,
            Optional<String> iaid,
            String ipaddr,
            int prefix,
            Optional<String> hostname,
            Optional<String> clientid) {}
}
