package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Secret;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// The devices of a domain: attaching and detaching them, what a user does with display and
/// keyboard.
@Wire(Program.REMOTE)
public interface DomainDeviceCalls {
    /// virDomainAttachDevice
    @Procedure(number = 8, acl = "domain:write")
    record DomainAttachDevice(RemoteDomain domain, String xml) {}

    /// virDomainAttachDeviceFlags
    @Procedure(
            number = 160,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainAttachDeviceFlags(RemoteDomain domain, String xml, int flags) {}

    /// virDomainDetachDevice
    @Procedure(number = 13, acl = "domain:write")
    record DomainDetachDevice(RemoteDomain domain, String xml) {}

    /// virDomainDetachDeviceFlags
    @Procedure(
            number = 161,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainDetachDeviceFlags(RemoteDomain domain, String xml, int flags) {}

    /// virDomainDetachDeviceAlias
    @Procedure(
            number = 392,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainDetachDeviceAlias(RemoteDomain domain, String alias, int flags) {}

    /// virDomainUpdateDeviceFlags
    @Procedure(
            number = 174,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainUpdateDeviceFlags(RemoteDomain domain, String xml, int flags) {}

    /// virDomainOpenGraphics
    @Procedure(number = 249, acl = "domain:open_graphics", descriptors = "c2s:1")
    record DomainOpenGraphics(RemoteDomain domain, int idx, int flags) {}

    /// virDomainOpenGraphicsFD
    @Procedure(number = 343, acl = "domain:open_graphics", descriptors = "s2c:1")
    record DomainOpenGraphicsFd(RemoteDomain domain, int idx, int flags) {}

    /// virDomainOpenChannel
    @Procedure(number = 296, acl = "domain:open_device", stream = "read@2")
    record DomainOpenChannel(RemoteDomain domain, Optional<String> name, int flags) {}

    /// virDomainScreenshot
    @Procedure(number = 211, acl = "domain:screenshot", stream = "read@1")
    record DomainScreenshot(RemoteDomain domain, int screen, int flags) {
        public record Reply(Optional<String> mime) {}
    }

    /// virDomainSendKey
    @Procedure(number = 226, acl = "domain:send_input")
    record DomainSendKey(
            RemoteDomain domain,
            int codeset,
            int holdtime,
            @Secret @Max(16) List<Integer> keycodes,
            int flags) {}

    /// virDomainInjectNMI
    @Procedure(number = 210, acl = "domain:inject_nmi")
    record DomainInjectNmi(RemoteDomain domain, int flags) {}

    /// virDomainFDAssociate
    @Procedure(number = 443, acl = "domain:write", descriptors = "c2s:n")
    record DomainFdAssociate(RemoteDomain domain, String name, int flags) {}

    /// virDomainGraphicsReload
    @Procedure(number = 448, acl = "domain:write")
    record DomainGraphicsReload(RemoteDomain domain, int type, int flags) {}

    /// virDomainGetLaunchSecurityInfo
    @Procedure(number = 396, acl = "domain:read")
    record DomainGetLaunchSecurityInfo(RemoteDomain domain, int flags) {
        public record Reply(@Max(64) List<TypedParameter> params) {}
    }

    /// virDomainSetLaunchSecurityState
    @Procedure(number = 439, acl = "domain:write")
    record DomainSetLaunchSecurityState(
            RemoteDomain domain, @Secret @Max(64) List<TypedParameter> params, int flags) {}

    /// virDomainCreateXMLWithFiles
    @Procedure(
            number = 309,
            acl = {"domain:write", "domain:start"},
            descriptors = "c2s:n")
    record DomainCreateXmlWithFiles(String xmlDesc, int flags) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainCreateWithFiles
    @Procedure(number = 310, acl = "domain:start", descriptors = "c2s:n")
    record DomainCreateWithFiles(RemoteDomain domain, int flags) {
        public record Reply(RemoteDomain domain) {}
    }
}
