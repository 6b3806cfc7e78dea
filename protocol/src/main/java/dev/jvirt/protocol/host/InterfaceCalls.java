package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;

/// The network interfaces of the host.
@Wire(Program.REMOTE)
public interface InterfaceCalls {
    /// virConnectNumOfInterfaces
    @Procedure(
            number = 126,
            acl = "connect:search_interfaces",
            filter = "interface:getattr",
            priority = Priority.HIGH)
    record ConnectNumOfInterfaces() {
        public record Reply(int num) {}
    }

    /// virConnectListInterfaces
    @Procedure(
            number = 127,
            acl = "connect:search_interfaces",
            filter = "interface:getattr",
            priority = Priority.HIGH)
    record ConnectListInterfaces(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectNumOfDefinedInterfaces
    @Procedure(
            number = 137,
            acl = "connect:search_interfaces",
            filter = "interface:getattr",
            priority = Priority.HIGH)
    record ConnectNumOfDefinedInterfaces() {
        public record Reply(int num) {}
    }

    /// virConnectListDefinedInterfaces
    @Procedure(
            number = 138,
            acl = "connect:search_interfaces",
            filter = "interface:getattr",
            priority = Priority.HIGH)
    record ConnectListDefinedInterfaces(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectListAllInterfaces
    @Procedure(
            number = 284,
            acl = "connect:search_interfaces",
            filter = "interface:getattr",
            priority = Priority.HIGH)
    record ConnectListAllInterfaces(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteInterface> ifaces, int count) {}
    }

    /// virInterfaceLookupByName
    @Procedure(number = 128, acl = "interface:getattr", priority = Priority.HIGH)
    record InterfaceLookupByName(String name) {
        public record Reply(RemoteInterface iface) {}
    }

    /// virInterfaceLookupByMACString
    @Procedure(number = 129, acl = "interface:getattr", priority = Priority.HIGH)
    record InterfaceLookupByMacString(String mac) {
        public record Reply(RemoteInterface iface) {}
    }

    /// virInterfaceGetXMLDesc
    @Procedure(number = 130, acl = "interface:read")
    record InterfaceGetXmlDesc(RemoteInterface iface, int flags) {
        public record Reply(String xml) {}
    }

    /// virInterfaceDefineXML
    @Procedure(
            number = 131,
            acl = {"interface:write", "interface:save"},
            priority = Priority.HIGH)
    record InterfaceDefineXml(String xml, int flags) {
        public record Reply(RemoteInterface iface) {}
    }

    /// virInterfaceUndefine
    @Procedure(number = 132, acl = "interface:delete", priority = Priority.HIGH)
    record InterfaceUndefine(RemoteInterface iface) {}

    /// virInterfaceCreate
    @Procedure(number = 133, acl = "interface:start")
    record InterfaceCreate(RemoteInterface iface, int flags) {}

    /// virInterfaceDestroy
    @Procedure(number = 134, acl = "interface:stop", priority = Priority.HIGH)
    record InterfaceDestroy(RemoteInterface iface, int flags) {}

    /// virInterfaceIsActive
    @Procedure(number = 156, acl = "interface:read", priority = Priority.HIGH)
    record InterfaceIsActive(RemoteInterface iface) {
        public record Reply(int active) {}
    }

    /// virInterfaceChangeBegin
    @Procedure(number = 220, acl = "connect:interface_transaction")
    record InterfaceChangeBegin(int flags) {}

    /// virInterfaceChangeCommit
    @Procedure(number = 221, acl = "connect:interface_transaction")
    record InterfaceChangeCommit(int flags) {}

    /// virInterfaceChangeRollback
    @Procedure(number = 222, acl = "connect:interface_transaction")
    record InterfaceChangeRollback(int flags) {}
}
