package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.DomainMemoryFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.SchedulerType;
import dev.jvirt.api.driver.DomainTuningDriver;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetBlkioParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetInterfaceParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetMemoryParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetMetadata;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetNumaParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetPerfEvents;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetSchedulerParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetSchedulerParametersFlags;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetSchedulerType;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetBlkioParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetInterfaceParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetLifecycleAction;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMaxMemory;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMemory;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMemoryFlags;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMemoryParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMemoryStatsPeriod;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMetadata;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetNumaParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetPerfEvents;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetSchedulerParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetSchedulerParametersFlags;
import dev.jvirt.protocol.domain.DomainTuningCallsClient;

/// Resources of domains of the far host. Where libvirt's own client asks how many values there are
/// before it asks for them, this one asks for as many as there may be.
record RemoteDomainTuningDriver(RemoteCaller caller) implements DomainTuningDriver {
    /// `REMOTE_DOMAIN_MEMORY_PARAMETERS_MAX` and its kin
    private static final int PARAMETERS_MAX = 16;

    private DomainTuningCallsClient calls() {
        return new DomainTuningCallsClient(caller);
    }

    @Override
    public void setMaxMemory(DomainId domain, long kibibytes) {
        calls().domainSetMaxMemory(new DomainSetMaxMemory(Identities.remote(domain), kibibytes));
    }

    @Override
    public void setMemory(DomainId domain, long kibibytes) {
        calls().domainSetMemory(new DomainSetMemory(Identities.remote(domain), kibibytes));
    }

    @Override
    public void setMemory(DomainId domain, long kibibytes, Flags<DomainMemoryFlag> flags) {
        var call = new DomainSetMemoryFlags(Identities.remote(domain), kibibytes, flags.bits());
        calls().domainSetMemoryFlags(call);
    }

    @Override
    public void setMemoryStatsPeriod(DomainId domain, int seconds, Flags<DomainAffectFlag> flags) {
        var call = new DomainSetMemoryStatsPeriod(Identities.remote(domain), seconds, flags.bits());
        calls().domainSetMemoryStatsPeriod(call);
    }

    @Override
    public TypedParameters memoryParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetMemoryParameters(
                        Identities.remote(domain),
                        PARAMETERS_MAX,
                        StringParameters.accepted(flags.bits()));
        return Parameters.local(calls().domainGetMemoryParameters(call).params());
    }

    @Override
    public void setMemoryParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        calls().domainSetMemoryParameters(
                        new DomainSetMemoryParameters(
                                Identities.remote(domain),
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public TypedParameters blkioParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetBlkioParameters(
                        Identities.remote(domain),
                        PARAMETERS_MAX,
                        StringParameters.accepted(flags.bits()));
        return Parameters.local(calls().domainGetBlkioParameters(call).params());
    }

    @Override
    public void setBlkioParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        calls().domainSetBlkioParameters(
                        new DomainSetBlkioParameters(
                                Identities.remote(domain),
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public TypedParameters numaParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetNumaParameters(
                        Identities.remote(domain),
                        PARAMETERS_MAX,
                        StringParameters.accepted(flags.bits()));
        return Parameters.local(calls().domainGetNumaParameters(call).params());
    }

    @Override
    public void setNumaParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        calls().domainSetNumaParameters(
                        new DomainSetNumaParameters(
                                Identities.remote(domain),
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public TypedParameters interfaceParameters(
            DomainId domain, String device, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetInterfaceParameters(
                        Identities.remote(domain),
                        device,
                        PARAMETERS_MAX,
                        StringParameters.accepted(flags.bits()));
        return Parameters.local(calls().domainGetInterfaceParameters(call).params());
    }

    @Override
    public void setInterfaceParameters(
            DomainId domain,
            String device,
            TypedParameters parameters,
            Flags<DomainAffectFlag> flags) {
        calls().domainSetInterfaceParameters(
                        new DomainSetInterfaceParameters(
                                Identities.remote(domain),
                                device,
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public SchedulerType schedulerType(DomainId domain) {
        var reply =
                calls().domainGetSchedulerType(
                                new DomainGetSchedulerType(Identities.remote(domain)));
        return new SchedulerType(reply.type(), reply.nparams());
    }

    /// Without flags the older call, which carries no texts: some drivers refuse the flag for them.
    @Override
    public TypedParameters schedulerParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        if (flags.bits() == 0) {
            var plain = new DomainGetSchedulerParameters(Identities.remote(domain), PARAMETERS_MAX);
            return Parameters.local(calls().domainGetSchedulerParameters(plain).params());
        }
        var call =
                new DomainGetSchedulerParametersFlags(
                        Identities.remote(domain),
                        PARAMETERS_MAX,
                        StringParameters.accepted(flags.bits()));
        return Parameters.local(calls().domainGetSchedulerParametersFlags(call).params());
    }

    @Override
    public void setSchedulerParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        var shares = Parameters.remote(parameters);
        if (flags.bits() == 0) {
            calls().domainSetSchedulerParameters(
                            new DomainSetSchedulerParameters(Identities.remote(domain), shares));
        } else {
            calls().domainSetSchedulerParametersFlags(
                            new DomainSetSchedulerParametersFlags(
                                    Identities.remote(domain), shares, flags.bits()));
        }
    }

    @Override
    public TypedParameters perfEvents(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call = new DomainGetPerfEvents(Identities.remote(domain), flags.bits());
        return Parameters.local(calls().domainGetPerfEvents(call).params());
    }

    @Override
    public void setPerfEvents(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        calls().domainSetPerfEvents(
                        new DomainSetPerfEvents(
                                Identities.remote(domain),
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public void setLifecycleAction(
            DomainId domain,
            DomainLifecycle event,
            DomainLifecycleAction action,
            Flags<DomainAffectFlag> flags) {
        calls().domainSetLifecycleAction(
                        new DomainSetLifecycleAction(
                                Identities.remote(domain),
                                event.code(),
                                action.code(),
                                flags.bits()));
    }

    @Override
    public String metadata(DomainId domain, MetadataPart part, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetMetadata(
                        Identities.remote(domain), part.type().code(), part.uri(), flags.bits());
        return calls().domainGetMetadata(call).metadata();
    }

    @Override
    public void setMetadata(DomainId domain, MetadataChange change, Flags<DomainAffectFlag> flags) {
        calls().domainSetMetadata(
                        new DomainSetMetadata(
                                Identities.remote(domain),
                                change.part().type().code(),
                                change.value(),
                                change.key(),
                                change.part().uri(),
                                flags.bits()));
    }
}
