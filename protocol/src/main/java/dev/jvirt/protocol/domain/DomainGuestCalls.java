package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Secret;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// What is asked of the guest itself, mostly by way of its agent.
@Wire(Program.REMOTE)
public interface DomainGuestCalls {
    /// virDomainGetHostname
    @Procedure(number = 277, acl = "domain:write")
    record DomainGetHostname(RemoteDomain domain, int flags) {
        public record Reply(String hostname) {}
    }

    /// virDomainInterfaceAddresses
    @Procedure(
            number = 353,
            acl = {"domain:read", "domain:write::source:VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT"})
    record DomainInterfaceAddresses(RemoteDomain domain, int source, int flags) {
        public record Reply(@Max(2048) List<GuestInterface> ifaces) {}
    }

    /// virDomainGetGuestInfo
    @Procedure(number = 418, acl = "domain:write")
    record DomainGetGuestInfo(RemoteDomain domain, int types, int flags) {
        public record Reply(@Max(2048) List<TypedParameter> params) {}
    }

    /// virDomainGetGuestVcpus
    @Procedure(number = 371, acl = "domain:write")
    record DomainGetGuestVcpus(RemoteDomain domain, int flags) {
        public record Reply(@Max(64) List<TypedParameter> params) {}
    }

    /// virDomainSetGuestVcpus
    @Procedure(number = 372, acl = "domain:write")
    record DomainSetGuestVcpus(RemoteDomain domain, String cpumap, int state, int flags) {}

    /// virDomainGetTime
    @Procedure(number = 337, acl = "domain:write")
    record DomainGetTime(RemoteDomain domain, int flags) {
        public record Reply(long seconds, int nseconds) {}
    }

    /// virDomainSetTime
    @Procedure(number = 338, acl = "domain:set_time")
    record DomainSetTime(RemoteDomain domain, long seconds, int nseconds, int flags) {}

    /// virDomainGetFSInfo
    @Procedure(number = 349, acl = "domain:fs_freeze")
    record DomainGetFsinfo(RemoteDomain domain, int flags) {
        public record Reply(@Max(256) List<FilesystemInfo> info, int ret) {}
    }

    /// virDomainFSFreeze
    @Procedure(number = 335, acl = "domain:fs_freeze")
    record DomainFsfreeze(RemoteDomain domain, @Max(256) List<String> mountpoints, int flags) {
        public record Reply(int filesystems) {}
    }

    /// virDomainFSThaw
    @Procedure(number = 336, acl = "domain:fs_freeze")
    record DomainFsthaw(RemoteDomain domain, @Max(256) List<String> mountpoints, int flags) {
        public record Reply(int filesystems) {}
    }

    /// virDomainFSTrim
    @Procedure(number = 294, acl = "domain:fs_trim")
    record DomainFstrim(
            RemoteDomain domain, Optional<String> mountPoint, long minimum, int flags) {}

    /// virDomainSetUserPassword
    @Procedure(number = 357, acl = "domain:set_password")
    record DomainSetUserPassword(
            RemoteDomain domain,
            Optional<String> user,
            @Secret Optional<String> password,
            int flags) {}

    /// virDomainAuthorizedSSHKeysGet
    @Procedure(number = 424, acl = "domain:write")
    record DomainAuthorizedSshKeysGet(RemoteDomain domain, String user, int flags) {
        public record Reply(@Max(2048) List<String> keys) {}
    }

    /// virDomainAuthorizedSSHKeysSet
    @Procedure(number = 425, acl = "domain:write")
    record DomainAuthorizedSshKeysSet(
            RemoteDomain domain, String user, @Max(2048) List<String> keys, int flags) {}

    /// virDomainAgentSetResponseTimeout
    @Procedure(number = 420, acl = "domain:write")
    record DomainAgentSetResponseTimeout(RemoteDomain domain, int timeout, int flags) {
        public record Reply(int result) {}
    }

    /// virDomainSendProcessSignal
    @Procedure(number = 295, acl = "domain:send_signal")
    record DomainSendProcessSignal(RemoteDomain domain, long pidValue, int signum, int flags) {}

    /// virDomainPMSuspendForDuration
    @Procedure(number = 261, acl = "domain:pm_control")
    record DomainPmSuspendForDuration(RemoteDomain domain, int target, long duration, int flags) {}

    /// virDomainPMWakeup
    @Procedure(number = 267, acl = "domain:pm_control")
    record DomainPmWakeup(RemoteDomain domain, int flags) {}

    /// A mounted file system and the disks below it.
    @Struct("remote_domain_fsinfo")
    record FilesystemInfo(
            String mountpoint, String name, String fstype, @Max(256) List<String> devAliases) {}

    /// An address; `type` is a virIPAddrType.
    @Struct("remote_domain_ip_addr")
    record IpAddress(int type, String addr, int prefix) {}

    /// A network interface and its addresses.
    @Struct("remote_domain_interface")
    record GuestInterface(String name, Optional<String> hwaddr, @Max(2048) List<IpAddress> addrs) {}
}
