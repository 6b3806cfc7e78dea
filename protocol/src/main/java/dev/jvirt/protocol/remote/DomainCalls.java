package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Chars;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Finding domains, their life from definition to end, what they look like.
@Wire(Program.REMOTE)
public interface DomainCalls {
    /// virConnectNumOfDomains
    @Procedure(
            number = 51,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfDomains() {
        public record Reply(int num) {}
    }

    /// virConnectListDomains
    @Procedure(
            number = 37,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListDomains(int maxids) {
        public record Reply(@Max(16384) List<Integer> ids) {}
    }

    /// virConnectNumOfDefinedDomains
    @Procedure(
            number = 25,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfDefinedDomains() {
        public record Reply(int num) {}
    }

    /// virConnectListDefinedDomains
    @Procedure(
            number = 21,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListDefinedDomains(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectListAllDomains; `needResults` 0 asks only for the count.
    @Procedure(
            number = 273,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListAllDomains(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteDomain> domains, int count) {}
    }

    /// virDomainLookupByID
    @Procedure(
            number = 22,
            acl = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainLookupById(int id) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainLookupByUUID
    @Procedure(
            number = 24,
            acl = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainLookupByUuid(UUID uuid) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainLookupByName
    @Procedure(
            number = 23,
            acl = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainLookupByName(String name) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainCreateXML
    @Procedure(
            number = 10,
            acl = {"domain:write", "domain:start"})
    record DomainCreateXml(String xmlDesc, int flags) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainDefineXML
    @Procedure(
            number = 11,
            acl = {"domain:write", "domain:save"},
            priority = Priority.HIGH)
    record DomainDefineXml(String xml) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainDefineXMLFlags
    @Procedure(
            number = 350,
            acl = {"domain:write", "domain:save"},
            priority = Priority.HIGH)
    record DomainDefineXmlFlags(String xml, int flags) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainUndefine
    @Procedure(number = 35, acl = "domain:delete", priority = Priority.HIGH)
    record DomainUndefine(RemoteDomain domain) {}

    /// virDomainUndefineFlags
    @Procedure(number = 231, acl = "domain:delete", priority = Priority.HIGH)
    record DomainUndefineFlags(RemoteDomain domain, int flags) {}

    /// virDomainCreate; the new id has to be looked up.
    @Procedure(number = 9, acl = "domain:start")
    record DomainCreate(RemoteDomain domain) {}

    /// virDomainCreateWithFlags
    @Procedure(number = 196, acl = "domain:start")
    record DomainCreateWithFlags(RemoteDomain domain, int flags) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainShutdown
    @Procedure(number = 33, acl = "domain:init_control")
    record DomainShutdown(RemoteDomain domain) {}

    /// virDomainShutdownFlags
    @Procedure(
            number = 258,
            acl = {"domain:init_control", "domain:write:VIR_DOMAIN_SHUTDOWN_GUEST_AGENT"})
    record DomainShutdownFlags(RemoteDomain domain, int flags) {}

    /// virDomainReboot
    @Procedure(
            number = 27,
            acl = {"domain:init_control", "domain:write:VIR_DOMAIN_REBOOT_GUEST_AGENT"})
    record DomainReboot(RemoteDomain domain, int flags) {}

    /// virDomainReset
    @Procedure(number = 245, acl = "domain:reset")
    record DomainReset(RemoteDomain domain, int flags) {}

    /// virDomainDestroy
    @Procedure(number = 12, acl = "domain:stop", priority = Priority.HIGH)
    record DomainDestroy(RemoteDomain domain) {}

    /// virDomainDestroyFlags
    @Procedure(number = 234, acl = "domain:stop", priority = Priority.HIGH)
    record DomainDestroyFlags(RemoteDomain domain, int flags) {}

    /// virDomainSuspend
    @Procedure(number = 34, acl = "domain:suspend")
    record DomainSuspend(RemoteDomain domain) {}

    /// virDomainResume
    @Procedure(number = 28, acl = "domain:suspend")
    record DomainResume(RemoteDomain domain) {}

    /// virDomainRename
    @Procedure(
            number = 358,
            acl = {"domain:write", "domain:save"})
    record DomainRename(RemoteDomain domain, Optional<String> newName, int flags) {
        public record Reply(int retcode) {}
    }

    /// virDomainGetInfo
    @Procedure(number = 16, acl = "domain:read", runs = Execution.ON_READER)
    record DomainGetInfo(RemoteDomain domain) {
        public record Reply(byte state, long maxMem, long memory, short nrVirtCpu, long cpuTime) {}
    }

    /// virDomainGetState
    @Procedure(
            number = 212,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetState(RemoteDomain domain, int flags) {
        public record Reply(int state, int reason) {}
    }

    /// virDomainGetXMLDesc
    @Procedure(
            number = 14,
            acl = {
                "domain:read",
                "domain:read_secure:VIR_DOMAIN_XML_SECURE",
                "domain:read_secure:VIR_DOMAIN_XML_MIGRATABLE"
            },
            runs = Execution.ON_READER)
    record DomainGetXmlDesc(RemoteDomain domain, int flags) {
        public record Reply(String xml) {}
    }

    /// virDomainGetOSType
    @Procedure(
            number = 19,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetOsType(RemoteDomain domain) {
        public record Reply(String type) {}
    }

    /// virDomainGetMaxMemory
    @Procedure(
            number = 17,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetMaxMemory(RemoteDomain domain) {
        public record Reply(long memory) {}
    }

    /// virDomainGetMaxVcpus
    @Procedure(
            number = 18,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetMaxVcpus(RemoteDomain domain) {
        public record Reply(int num) {}
    }

    /// virDomainGetAutostart
    @Procedure(
            number = 15,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetAutostart(RemoteDomain domain) {
        public record Reply(int autostart) {}
    }

    /// virDomainSetAutostart
    @Procedure(number = 29, acl = "domain:write", priority = Priority.HIGH)
    record DomainSetAutostart(RemoteDomain domain, int autostart) {}

    /// virDomainGetAutostartOnce
    @Procedure(
            number = 449,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetAutostartOnce(RemoteDomain domain) {
        public record Reply(int autostart) {}
    }

    /// virDomainSetAutostartOnce
    @Procedure(number = 450, acl = "domain:write", priority = Priority.HIGH)
    record DomainSetAutostartOnce(RemoteDomain domain, int autostart) {}

    /// virDomainIsActive
    @Procedure(
            number = 150,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainIsActive(RemoteDomain domain) {
        public record Reply(int active) {}
    }

    /// virDomainIsPersistent
    @Procedure(
            number = 151,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainIsPersistent(RemoteDomain domain) {
        public record Reply(int persistent) {}
    }

    /// virDomainIsUpdated
    @Procedure(
            number = 202,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainIsUpdated(RemoteDomain domain) {
        public record Reply(int updated) {}
    }

    /// virDomainHasManagedSaveImage
    @Procedure(number = 183, acl = "domain:read", runs = Execution.ON_READER)
    record DomainHasManagedSaveImage(RemoteDomain domain, int flags) {
        public record Reply(int result) {}
    }

    /// virDomainGetMessages
    @Procedure(number = 426, acl = "domain:read", runs = Execution.ON_READER)
    record DomainGetMessages(RemoteDomain domain, int flags) {
        public record Reply(@Max(2048) List<String> messages) {}
    }

    /// virDomainGetControlInfo
    @Procedure(
            number = 229,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetControlInfo(RemoteDomain domain, int flags) {
        public record Reply(int state, int details, long stateTime) {}
    }

    /// virDomainGetSecurityLabel
    @Procedure(
            number = 121,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetSecurityLabel(RemoteDomain domain) {
        public record Reply(@Chars @Max(4097) Opaque label, int enforcing) {}
    }

    /// virDomainGetSecurityLabelList; an error arrives as `ret` -1.
    @Procedure(
            number = 278,
            acl = "domain:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record DomainGetSecurityLabelList(RemoteDomain domain) {
        public record Reply(@Max(64) List<DomainGetSecurityLabel.Reply> labels, int ret) {}
    }

    /// virDomainOpenConsole
    @Procedure(number = 201, acl = "domain:open_device", stream = "read@2")
    record DomainOpenConsole(RemoteDomain domain, Optional<String> devName, int flags) {}
}
