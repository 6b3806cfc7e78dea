package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;

/// The devices of the host. They are named by their bare names.
@Wire(Program.REMOTE)
public interface NodeDeviceCalls {
    /// virNodeNumOfDevices
    @Procedure(
            number = 111,
            acl = "connect:search_node_devices",
            filter = "node_device:getattr",
            priority = Priority.HIGH)
    record NodeNumOfDevices(Optional<String> cap, int flags) {
        public record Reply(int num) {}
    }

    /// virNodeListDevices
    @Procedure(
            number = 112,
            acl = "connect:search_node_devices",
            filter = "node_device:getattr",
            priority = Priority.HIGH)
    record NodeListDevices(Optional<String> cap, int maxnames, int flags) {
        public record Reply(@Max(65536) List<String> names) {}
    }

    /// virConnectListAllNodeDevices
    @Procedure(
            number = 285,
            acl = "connect:search_node_devices",
            filter = "node_device:getattr",
            priority = Priority.HIGH)
    record ConnectListAllNodeDevices(int needResults, int flags) {
        public record Reply(@Max(65536) List<RemoteNodeDevice> devices, int count) {}
    }

    /// virNodeDeviceLookupByName
    @Procedure(number = 113, acl = "node_device:getattr", priority = Priority.HIGH)
    record NodeDeviceLookupByName(String name) {
        public record Reply(RemoteNodeDevice dev) {}
    }

    /// virNodeDeviceLookupSCSIHostByWWN
    @Procedure(number = 297, acl = "node_device:getattr", priority = Priority.HIGH)
    record NodeDeviceLookupScsiHostByWwn(String wwnn, String wwpn, int flags) {
        public record Reply(RemoteNodeDevice dev) {}
    }

    /// virNodeDeviceGetXMLDesc
    @Procedure(number = 114, acl = "node_device:read")
    record NodeDeviceGetXmlDesc(String name, int flags) {
        public record Reply(String xml) {}
    }

    /// virNodeDeviceGetParent
    @Procedure(number = 115, acl = "node_device:read", priority = Priority.HIGH)
    record NodeDeviceGetParent(String name) {
        public record Reply(Optional<String> parentName) {}
    }

    /// virNodeDeviceNumOfCaps
    @Procedure(number = 116, acl = "node_device:read", priority = Priority.HIGH)
    record NodeDeviceNumOfCaps(String name) {
        public record Reply(int num) {}
    }

    /// virNodeDeviceListCaps
    @Procedure(number = 117, acl = "node_device:read", priority = Priority.HIGH)
    record NodeDeviceListCaps(String name, int maxnames) {
        public record Reply(@Max(65536) List<String> names) {}
    }

    /// virNodeDeviceDettach; spelled like that.
    @Procedure(number = 118, acl = "node_device:detach")
    record NodeDeviceDettach(String name) {}

    /// virNodeDeviceDetachFlags
    @Procedure(number = 301, acl = "node_device:detach")
    record NodeDeviceDetachFlags(String name, Optional<String> driverName, int flags) {}

    /// virNodeDeviceReAttach
    @Procedure(number = 119, acl = "node_device:detach")
    record NodeDeviceReAttach(String name) {}

    /// virNodeDeviceReset
    @Procedure(number = 120, acl = "node_device:detach")
    record NodeDeviceReset(String name) {}

    /// virNodeDeviceCreateXML
    @Procedure(
            number = 123,
            acl = {"node_device:write", "node_device:start"})
    record NodeDeviceCreateXml(String xmlDesc, int flags) {
        public record Reply(RemoteNodeDevice dev) {}
    }

    /// virNodeDeviceDefineXML
    @Procedure(number = 428, acl = "node_device:write")
    record NodeDeviceDefineXml(String xmlDesc, int flags) {
        public record Reply(RemoteNodeDevice dev) {}
    }

    /// virNodeDeviceUndefine
    @Procedure(number = 429, acl = "node_device:delete", priority = Priority.HIGH)
    record NodeDeviceUndefine(String name, int flags) {}

    /// virNodeDeviceCreate
    @Procedure(number = 430, acl = "node_device:start", priority = Priority.HIGH)
    record NodeDeviceCreate(String name, int flags) {}

    /// virNodeDeviceDestroy
    @Procedure(number = 124, acl = "node_device:stop", priority = Priority.HIGH)
    record NodeDeviceDestroy(String name) {}

    /// virNodeDeviceUpdate
    @Procedure(
            number = 447,
            acl = {
                "node_device:write",
                "node_device:save:!VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG|VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE",
                "node_device:save:VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG"
            },
            priority = Priority.HIGH)
    record NodeDeviceUpdate(String name, String xmlDesc, int flags) {}

    /// virNodeDeviceGetAutostart
    @Procedure(number = 433, acl = "node_device:read", priority = Priority.HIGH)
    record NodeDeviceGetAutostart(String name) {
        public record Reply(int autostart) {}
    }

    /// virNodeDeviceSetAutostart
    @Procedure(number = 434, acl = "node_device:write", priority = Priority.HIGH)
    record NodeDeviceSetAutostart(String name, int autostart) {}

    /// virNodeDeviceIsPersistent
    @Procedure(number = 435, acl = "node_device:read", priority = Priority.HIGH)
    record NodeDeviceIsPersistent(String name) {
        public record Reply(int persistent) {}
    }

    /// virNodeDeviceIsActive
    @Procedure(number = 436, acl = "node_device:read", priority = Priority.HIGH)
    record NodeDeviceIsActive(String name) {
        public record Reply(int active) {}
    }
}
