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

/// What a domain may use of its host: memory, weights and limits; and what stands beside its name.
@Wire(Program.REMOTE)
public interface DomainTuningCalls {
    /// virDomainSetMaxMemory
    @Procedure(number = 30, acl = "domain:write", priority = Priority.HIGH)
    record DomainSetMaxMemory(RemoteDomain domain, long memory) {}

    /// virDomainSetMemory
    @Procedure(number = 31, acl = "domain:write")
    record DomainSetMemory(RemoteDomain domain, long memory) {}

    /// virDomainSetMemoryFlags
    @Procedure(
            number = 204,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetMemoryFlags(RemoteDomain domain, long memory, int flags) {}

    /// virDomainSetMemoryStatsPeriod
    @Procedure(
            number = 308,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetMemoryStatsPeriod(RemoteDomain domain, int period, int flags) {}

    /// virDomainSetMemoryParameters
    @Procedure(
            number = 197,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetMemoryParameters(
            RemoteDomain domain, @Max(16) List<TypedParameter> params, int flags) {}

    /// virDomainGetMemoryParameters; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 198, acl = "domain:read")
    record DomainGetMemoryParameters(RemoteDomain domain, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params, int nparams) {}
    }

    /// virDomainSetBlkioParameters
    @Procedure(
            number = 205,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetBlkioParameters(
            RemoteDomain domain, @Max(16) List<TypedParameter> params, int flags) {}

    /// virDomainGetBlkioParameters; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 206, acl = "domain:read")
    record DomainGetBlkioParameters(RemoteDomain domain, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params, int nparams) {}
    }

    /// virDomainSetNumaParameters
    @Procedure(
            number = 254,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetNumaParameters(
            RemoteDomain domain, @Max(16) List<TypedParameter> params, int flags) {}

    /// virDomainGetNumaParameters; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 255, acl = "domain:read")
    record DomainGetNumaParameters(RemoteDomain domain, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params, int nparams) {}
    }

    /// virDomainSetInterfaceParameters
    @Procedure(
            number = 256,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetInterfaceParameters(
            RemoteDomain domain, String device, @Max(16) List<TypedParameter> params, int flags) {}

    /// virDomainGetInterfaceParameters; `nparams` 0 asks for their number, which else comes back as
    /// 0.
    @Procedure(number = 257, acl = "domain:read")
    record DomainGetInterfaceParameters(
            RemoteDomain domain, String device, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params, int nparams) {}
    }

    /// virDomainGetSchedulerType
    @Procedure(number = 56, acl = "domain:read")
    record DomainGetSchedulerType(RemoteDomain domain) {
        public record Reply(String type, int nparams) {}
    }

    /// virDomainGetSchedulerParameters
    @Procedure(number = 57, acl = "domain:read")
    record DomainGetSchedulerParameters(RemoteDomain domain, int nparams) {
        public record Reply(@Max(16) List<TypedParameter> params) {}
    }

    /// virDomainGetSchedulerParametersFlags
    @Procedure(number = 223, acl = "domain:read")
    record DomainGetSchedulerParametersFlags(RemoteDomain domain, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params) {}
    }

    /// virDomainSetSchedulerParameters
    @Procedure(number = 58, acl = "domain:read")
    record DomainSetSchedulerParameters(
            RemoteDomain domain, @Max(16) List<TypedParameter> params) {}

    /// virDomainSetSchedulerParametersFlags
    @Procedure(
            number = 219,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetSchedulerParametersFlags(
            RemoteDomain domain, @Max(16) List<TypedParameter> params, int flags) {}

    /// virDomainGetPerfEvents
    @Procedure(number = 365, acl = "domain:read")
    record DomainGetPerfEvents(RemoteDomain domain, int flags) {
        public record Reply(@Max(64) List<TypedParameter> params) {}
    }

    /// virDomainSetPerfEvents
    @Procedure(number = 366, acl = "domain:write")
    record DomainSetPerfEvents(
            RemoteDomain domain, @Max(64) List<TypedParameter> params, int flags) {}

    /// virDomainSetLifecycleAction
    @Procedure(number = 390, acl = "domain:write")
    record DomainSetLifecycleAction(RemoteDomain domain, int type, int action, int flags) {}

    /// virDomainSetMetadata
    @Procedure(
            number = 264,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetMetadata(
            RemoteDomain domain,
            int type,
            Optional<String> metadata,
            Optional<String> key,
            Optional<String> uri,
            int flags) {}

    /// virDomainGetMetadata
    @Procedure(number = 265, acl = "domain:read")
    record DomainGetMetadata(RemoteDomain domain, int type, Optional<String> uri, int flags) {
        public record Reply(String metadata) {}
    }
}
