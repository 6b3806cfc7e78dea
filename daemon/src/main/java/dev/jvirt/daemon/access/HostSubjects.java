package dev.jvirt.daemon.access;

import dev.jvirt.api.Connection;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceDefineXml;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceLookupByMacString;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceLookupByName;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceCreate;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceCreateXml;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDefineXml;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDestroy;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDetachFlags;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDettach;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetAutostart;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetParent;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetXmlDesc;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceIsActive;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceIsPersistent;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceListCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceLookupByName;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceLookupScsiHostByWwn;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceNumOfCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceReAttach;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceReset;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceSetAutostart;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceUndefine;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceUpdate;
import dev.jvirt.protocol.host.RemoteInterface;
import dev.jvirt.protocol.host.RemoteSecret;
import dev.jvirt.protocol.host.SecretCalls.SecretDefineXml;
import dev.jvirt.protocol.host.SecretCalls.SecretLookupByUsage;
import dev.jvirt.protocol.host.SecretCalls.SecretLookupByUuid;
import java.util.Map;

/// Which interface, device or secret of the host a call is about.
///
/// @param connection to look it up
record HostSubjects(Connection connection) {

    /// @param subject what the call names, or the call itself
    Map<String, String> iface(Object subject) {
        return switch (subject) {
            case RemoteInterface iface -> namedInterface(iface.name());
            case InterfaceLookupByName(var name) -> namedInterface(name);
            case InterfaceLookupByMacString(var mac) ->
                    ObjectAttributes.of(connection.interfaces().lookupByMac(mac));
            case InterfaceDefineXml(var xml, _) -> DocumentAttributes.of(ObjectType.INTERFACE, xml);
            default -> Map.of();
        };
    }

    private Map<String, String> namedInterface(String name) {
        return ObjectAttributes.of(connection.interfaces().lookupByName(name));
    }

    /// Devices travel by their names.
    ///
    /// @param call the call itself
    Map<String, String> device(Object call) {
        return switch (call) {
            case NodeDeviceLookupByName(var name) -> namedDevice(name);
            case NodeDeviceLookupScsiHostByWwn(var node, var port, _) ->
                    ObjectAttributes.of(
                            connection.nodeDevices().lookupScsiHostByWwn(node, port, 0));
            case NodeDeviceGetXmlDesc(var name, _) -> namedDevice(name);
            case NodeDeviceGetParent(var name) -> namedDevice(name);
            case NodeDeviceNumOfCaps(var name) -> namedDevice(name);
            case NodeDeviceListCaps(var name, _) -> namedDevice(name);
            case NodeDeviceGetAutostart(var name) -> namedDevice(name);
            case NodeDeviceSetAutostart(var name, _) -> namedDevice(name);
            case NodeDeviceIsPersistent(var name) -> namedDevice(name);
            case NodeDeviceIsActive(var name) -> namedDevice(name);
            default -> changedDevice(call);
        };
    }

    private Map<String, String> changedDevice(Object call) {
        return switch (call) {
            case NodeDeviceDettach(var name) -> namedDevice(name);
            case NodeDeviceDetachFlags(var name, _, _) -> namedDevice(name);
            case NodeDeviceReAttach(var name) -> namedDevice(name);
            case NodeDeviceReset(var name) -> namedDevice(name);
            case NodeDeviceUndefine(var name, _) -> namedDevice(name);
            case NodeDeviceCreate(var name, _) -> namedDevice(name);
            case NodeDeviceDestroy(var name) -> namedDevice(name);
            case NodeDeviceUpdate(var name, _, _) -> namedDevice(name);
            case NodeDeviceCreateXml(var xml, _) -> describedDevice(xml);
            case NodeDeviceDefineXml(var xml, _) -> describedDevice(xml);
            default -> Map.of();
        };
    }

    private Map<String, String> namedDevice(String name) {
        return ObjectAttributes.of(connection.nodeDevices().lookupByName(name));
    }

    private static Map<String, String> describedDevice(String xml) {
        return DocumentAttributes.of(ObjectType.NODE_DEVICE, xml);
    }

    /// @param subject what the call names, or the call itself
    Map<String, String> secret(Object subject) {
        return switch (subject) {
            case RemoteSecret secret ->
                    ObjectAttributes.of(connection.secrets().lookupByUuid(secret.uuid()));
            case SecretLookupByUuid(var uuid) ->
                    ObjectAttributes.of(connection.secrets().lookupByUuid(uuid));
            case SecretLookupByUsage(int type, var id) ->
                    ObjectAttributes.of(connection.secrets().lookupByUsage(type, id));
            case SecretDefineXml(var xml, _) -> DocumentAttributes.of(ObjectType.SECRET, xml);
            default -> Map.of();
        };
    }
}
