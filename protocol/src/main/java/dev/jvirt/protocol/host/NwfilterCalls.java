package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.UUID;

/// Network filters and their bindings to interfaces of domains.
@Wire(Program.REMOTE)
public interface NwfilterCalls {
    /// virConnectNumOfNWFilters
    @Procedure(
            number = 178,
            acl = "connect:search_nwfilters",
            filter = "nwfilter:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfNwfilters() {
        public record Reply(int num) {}
    }

    /// virConnectListNWFilters
    @Procedure(
            number = 179,
            acl = "connect:search_nwfilters",
            filter = "nwfilter:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListNwfilters(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectListAllNWFilters
    @Procedure(
            number = 286,
            acl = "connect:search_nwfilters",
            filter = "nwfilter:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListAllNwfilters(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteNwfilter> filters, int count) {}
    }

    /// virNWFilterLookupByName
    @Procedure(
            number = 175,
            acl = "nwfilter:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NwfilterLookupByName(String name) {
        public record Reply(RemoteNwfilter nwfilter) {}
    }

    /// virNWFilterLookupByUUID
    @Procedure(
            number = 176,
            acl = "nwfilter:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NwfilterLookupByUuid(UUID uuid) {
        public record Reply(RemoteNwfilter nwfilter) {}
    }

    /// virNWFilterGetXMLDesc
    @Procedure(
            number = 177,
            acl = "nwfilter:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NwfilterGetXmlDesc(RemoteNwfilter nwfilter, int flags) {
        public record Reply(String xml) {}
    }

    /// virNWFilterDefineXML
    @Procedure(
            number = 180,
            acl = {"nwfilter:write", "nwfilter:save"},
            priority = Priority.HIGH)
    record NwfilterDefineXml(String xml) {
        public record Reply(RemoteNwfilter nwfilter) {}
    }

    /// virNWFilterDefineXMLFlags
    @Procedure(
            number = 431,
            acl = {"nwfilter:write", "nwfilter:save"},
            priority = Priority.HIGH)
    record NwfilterDefineXmlFlags(String xml, int flags) {
        public record Reply(RemoteNwfilter nwfilter) {}
    }

    /// virNWFilterUndefine
    @Procedure(number = 181, acl = "nwfilter:delete", priority = Priority.HIGH)
    record NwfilterUndefine(RemoteNwfilter nwfilter) {}

    /// virConnectListAllNWFilterBindings
    @Procedure(
            number = 401,
            acl = "connect:search_nwfilter_bindings",
            filter = "nwfilter_binding:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListAllNwfilterBindings(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteNwfilterBinding> bindings, int count) {}
    }

    /// virNWFilterBindingLookupByPortDev
    @Procedure(
            number = 397,
            acl = "nwfilter_binding:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NwfilterBindingLookupByPortDev(String name) {
        public record Reply(RemoteNwfilterBinding nwfilter) {}
    }

    /// virNWFilterBindingGetXMLDesc
    @Procedure(
            number = 398,
            acl = "nwfilter_binding:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NwfilterBindingGetXmlDesc(RemoteNwfilterBinding nwfilter, int flags) {
        public record Reply(String xml) {}
    }

    /// virNWFilterBindingCreateXML
    @Procedure(number = 399, acl = "nwfilter_binding:create", priority = Priority.HIGH)
    record NwfilterBindingCreateXml(String xml, int flags) {
        public record Reply(RemoteNwfilterBinding nwfilter) {}
    }

    /// virNWFilterBindingDelete
    @Procedure(number = 400, acl = "nwfilter_binding:delete", priority = Priority.HIGH)
    record NwfilterBindingDelete(RemoteNwfilterBinding nwfilter) {}
}
