package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;

/// Domains in files: saved, restored, dumped.
@Wire(Program.REMOTE)
public interface DomainSaveCalls {
    /// virDomainSave
    @Procedure(number = 55, acl = "domain:hibernate")
    record DomainSave(RemoteDomain domain, String to) {}

    /// virDomainSaveFlags
    @Procedure(number = 232, acl = "domain:hibernate")
    record DomainSaveFlags(RemoteDomain domain, String to, Optional<String> dxml, int flags) {}

    /// virDomainSaveParams
    @Procedure(number = 440, acl = "domain:hibernate")
    record DomainSaveParams(RemoteDomain domain, @Max(64) List<TypedParameter> params, int flags) {}

    /// virDomainRestore
    @Procedure(
            number = 54,
            acl = {"domain:start", "domain:write"})
    record DomainRestore(String from) {}

    /// virDomainRestoreFlags
    @Procedure(
            number = 233,
            acl = {"domain:start", "domain:write"})
    record DomainRestoreFlags(String from, Optional<String> dxml, int flags) {}

    /// virDomainRestoreParams
    @Procedure(
            number = 441,
            acl = {"domain:start", "domain:write"})
    record DomainRestoreParams(@Max(64) List<TypedParameter> params, int flags) {}

    /// virDomainSaveImageGetXMLDesc
    @Procedure(number = 235, acl = "domain:write", priority = Priority.HIGH)
    record DomainSaveImageGetXmlDesc(String file, int flags) {
        public record Reply(String xml) {}
    }

    /// virDomainSaveImageDefineXML
    @Procedure(
            number = 236,
            acl = {"domain:write", "domain:hibernate"},
            priority = Priority.HIGH)
    record DomainSaveImageDefineXml(String file, String dxml, int flags) {}

    /// virDomainManagedSave
    @Procedure(number = 182, acl = "domain:hibernate")
    record DomainManagedSave(RemoteDomain domain, int flags) {}

    /// virDomainManagedSaveRemove
    @Procedure(number = 184, acl = "domain:hibernate")
    record DomainManagedSaveRemove(RemoteDomain domain, int flags) {}

    /// virDomainManagedSaveGetXMLDesc
    @Procedure(
            number = 388,
            acl = {"domain:read", "domain:read_secure:VIR_DOMAIN_SAVE_IMAGE_XML_SECURE"})
    record DomainManagedSaveGetXmlDesc(RemoteDomain domain, int flags) {
        public record Reply(String xml) {}
    }

    /// virDomainManagedSaveDefineXML
    @Procedure(
            number = 389,
            acl = {"domain:write", "domain:hibernate"})
    record DomainManagedSaveDefineXml(RemoteDomain domain, Optional<String> dxml, int flags) {}

    /// virDomainCoreDump
    @Procedure(number = 53, acl = "domain:core_dump")
    record DomainCoreDump(RemoteDomain domain, String to, int flags) {}

    /// virDomainCoreDumpWithFormat
    @Procedure(number = 334, acl = "domain:core_dump")
    record DomainCoreDumpWithFormat(RemoteDomain domain, String to, int dumpformat, int flags) {}
}
