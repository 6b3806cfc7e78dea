package dev.jvirt.protocol.network;

import dev.jvirt.protocol.remote.RemoteNetwork;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.UUID;

/// The ports of networks.
@Wire(Program.REMOTE)
public interface NetworkPortCalls {
    /// virNetworkListAllPorts
    @Procedure(
            number = 404,
            acl = "network:search_ports",
            filter = "network_port:getattr",
            priority = Priority.HIGH)
    record NetworkListAllPorts(RemoteNetwork network, int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteNetworkPort> ports, int count) {}
    }

    /// virNetworkPortLookupByUUID
    @Procedure(number = 405, acl = "network_port:getattr", priority = Priority.HIGH)
    record NetworkPortLookupByUuid(RemoteNetwork network, UUID uuid) {
        public record Reply(RemoteNetworkPort port) {}
    }

    /// virNetworkPortCreateXML
    @Procedure(number = 406, acl = "network_port:create")
    record NetworkPortCreateXml(RemoteNetwork network, String xml, int flags) {
        public record Reply(RemoteNetworkPort port) {}
    }

    /// virNetworkPortGetParameters; `nparams` means nothing.
    @Procedure(number = 407, acl = "network_port:read")
    record NetworkPortGetParameters(RemoteNetworkPort port, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params, int nparams) {}
    }

    /// virNetworkPortSetParameters
    @Procedure(number = 408, acl = "network_port:write")
    record NetworkPortSetParameters(
            RemoteNetworkPort port, @Max(16) List<TypedParameter> params, int flags) {}

    /// virNetworkPortGetXMLDesc
    @Procedure(number = 409, acl = "network_port:read")
    record NetworkPortGetXmlDesc(RemoteNetworkPort port, int flags) {
        public record Reply(String xml) {}
    }

    /// virNetworkPortDelete
    @Procedure(number = 410, acl = "network_port:delete")
    record NetworkPortDelete(RemoteNetworkPort port, int flags) {}
}
