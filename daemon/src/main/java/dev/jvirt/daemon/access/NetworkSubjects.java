package dev.jvirt.daemon.access;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Network;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterBindingCreateXml;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterBindingLookupByPortDev;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXml;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXmlFlags;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterLookupByName;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterLookupByUuid;
import dev.jvirt.protocol.host.RemoteNwfilter;
import dev.jvirt.protocol.host.RemoteNwfilterBinding;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreateXml;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreateXmlFlags;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDefineXml;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDefineXmlFlags;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortCreateXml;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortLookupByUuid;
import dev.jvirt.protocol.network.RemoteNetworkPort;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkLookupByName;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkLookupByUuid;
import dev.jvirt.protocol.remote.RemoteNetwork;
import java.util.Map;

/// Which network, port, filter or binding a call is about.
///
/// @param connection to look it up
record NetworkSubjects(Connection connection) {

    /// @param subject what the call names, or the call itself
    Map<String, String> network(Object subject) {
        return switch (subject) {
            case RemoteNetwork network -> ObjectAttributes.of(known(network));
            case NetworkLookupByName(var name) ->
                    ObjectAttributes.of(connection.networks().lookupByName(name));
            case NetworkLookupByUuid(var uuid) ->
                    ObjectAttributes.of(connection.networks().lookupByUuid(uuid));
            case NetworkCreateXml(var xml) -> described(xml);
            case NetworkCreateXmlFlags(var xml, _) -> described(xml);
            case NetworkDefineXml(var xml) -> described(xml);
            case NetworkDefineXmlFlags(var xml, _) -> described(xml);
            default -> Map.of();
        };
    }

    private Network known(RemoteNetwork network) {
        return connection.networks().lookupByUuid(network.uuid());
    }

    private static Map<String, String> described(String xml) {
        return DocumentAttributes.of(ObjectType.NETWORK, xml);
    }

    /// @param subject the port or the network that the call names
    /// @param call the call itself
    Map<String, String> port(Object subject, Object call) {
        if (subject instanceof RemoteNetworkPort port) {
            return ObjectAttributes.of(known(port.network()).ports().lookupByUuid(port.uuid()));
        }
        return switch (call) {
            case NetworkPortLookupByUuid(var network, var uuid) ->
                    ObjectAttributes.of(known(network).ports().lookupByUuid(uuid));
            case NetworkPortCreateXml(var network, var xml, _) ->
                    Attributes.with(
                            ObjectAttributes.of(known(network)),
                            DocumentAttributes.of(ObjectType.NETWORK_PORT, xml));
            default -> Map.of();
        };
    }

    /// @param subject what the call names, or the call itself
    Map<String, String> filter(Object subject) {
        return switch (subject) {
            case RemoteNwfilter filter ->
                    ObjectAttributes.of(connection.nwfilters().lookupByUuid(filter.uuid()));
            case NwfilterLookupByName(var name) ->
                    ObjectAttributes.of(connection.nwfilters().lookupByName(name));
            case NwfilterLookupByUuid(var uuid) ->
                    ObjectAttributes.of(connection.nwfilters().lookupByUuid(uuid));
            case NwfilterDefineXml(var xml) -> DocumentAttributes.of(ObjectType.NWFILTER, xml);
            case NwfilterDefineXmlFlags(var xml, _) ->
                    DocumentAttributes.of(ObjectType.NWFILTER, xml);
            default -> Map.of();
        };
    }

    /// @param subject what the call names, or the call itself
    Map<String, String> binding(Object subject) {
        return switch (subject) {
            case RemoteNwfilterBinding binding -> boundTo(binding.portdev());
            case NwfilterBindingLookupByPortDev(var port) -> boundTo(port);
            case NwfilterBindingCreateXml(var xml, _) ->
                    DocumentAttributes.of(ObjectType.NWFILTER_BINDING, xml);
            default -> Map.of();
        };
    }

    private Map<String, String> boundTo(String port) {
        return ObjectAttributes.of(connection.nwfilterBindings().lookupByPortDevice(port));
    }
}
