package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainTuning;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.MetadataType;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
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
import dev.jvirt.protocol.domain.DomainTuningCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;

/// Resources of domains.
record DomainTuningProgram(RemoteSession session) implements DomainTuningCallsHandler {
    /// `REMOTE_DOMAIN_MEMORY_PARAMETERS_MAX` and its kin
    private static final int PARAMETERS_MAX = 16;

    /// `REMOTE_DOMAIN_PERF_EVENTS_MAX`
    private static final int PERF_EVENTS_MAX = 64;

    private DomainTuning tuning(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).tuning();
    }

    /// For a call that the public API knows by another name than the one it makes, or whose
    /// arguments may be senseless.
    private DomainTuning writable(RemoteDomain named, String function) {
        session.writable(ErrorDomain.DOMAIN, function);
        return tuning(named);
    }

    @Override
    public void domainSetMaxMemory(DomainSetMaxMemory message) {
        tuning(message.domain()).setMaxMemory(message.memory());
    }

    @Override
    public void domainSetMemory(DomainSetMemory message) {
        tuning(message.domain()).setMemory(message.memory());
    }

    @Override
    public void domainSetMemoryFlags(DomainSetMemoryFlags message) {
        tuning(message.domain()).setMemory(message.memory(), new Flags<>(message.flags()));
    }

    @Override
    public void domainSetMemoryStatsPeriod(DomainSetMemoryStatsPeriod message) {
        tuning(message.domain())
                .setMemoryStatsPeriod(message.period(), new Flags<>(message.flags()));
    }

    @Override
    public void domainSetMemoryParameters(DomainSetMemoryParameters message) {
        tuning(message.domain())
                .setMemoryParameters(
                        Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetMemoryParameters.Reply domainGetMemoryParameters(
            DomainGetMemoryParameters message) {
        var tuning = tuning(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), PARAMETERS_MAX);
        var limits = tuning.memoryParameters(new Flags<>(asked.flags()));
        return new DomainGetMemoryParameters.Reply(asked.sent(limits), asked.number(limits));
    }

    @Override
    public void domainSetBlkioParameters(DomainSetBlkioParameters message) {
        tuning(message.domain())
                .setBlkioParameters(
                        Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetBlkioParameters.Reply domainGetBlkioParameters(
            DomainGetBlkioParameters message) {
        var tuning = tuning(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), PARAMETERS_MAX);
        var weights = tuning.blkioParameters(new Flags<>(asked.flags()));
        return new DomainGetBlkioParameters.Reply(asked.sent(weights), asked.number(weights));
    }

    @Override
    public void domainSetNumaParameters(DomainSetNumaParameters message) {
        tuning(message.domain())
                .setNumaParameters(
                        Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetNumaParameters.Reply domainGetNumaParameters(DomainGetNumaParameters message) {
        var tuning = tuning(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), PARAMETERS_MAX);
        var nodes = tuning.numaParameters(new Flags<>(asked.flags()));
        return new DomainGetNumaParameters.Reply(asked.sent(nodes), asked.number(nodes));
    }

    @Override
    public void domainSetInterfaceParameters(DomainSetInterfaceParameters message) {
        tuning(message.domain())
                .setInterfaceParameters(
                        message.device(),
                        Parameters.local(message.params()),
                        new Flags<>(message.flags()));
    }

    @Override
    public DomainGetInterfaceParameters.Reply domainGetInterfaceParameters(
            DomainGetInterfaceParameters message) {
        var tuning = tuning(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), PARAMETERS_MAX);
        var bandwidth = tuning.interfaceParameters(message.device(), new Flags<>(asked.flags()));
        return new DomainGetInterfaceParameters.Reply(
                asked.sent(bandwidth), asked.number(bandwidth));
    }

    @Override
    public DomainGetSchedulerType.Reply domainGetSchedulerType(DomainGetSchedulerType message) {
        var type = tuning(message.domain()).schedulerType();
        return new DomainGetSchedulerType.Reply(type.name(), type.parameters());
    }

    @Override
    public DomainGetSchedulerParameters.Reply domainGetSchedulerParameters(
            DomainGetSchedulerParameters message) {
        var tuning = tuning(message.domain());
        var asked = ParametersAsked.of(message.nparams(), 0, PARAMETERS_MAX);
        asked.needRoom("virDomainGetSchedulerParameters");
        var shares = tuning.schedulerParameters(Flags.none());
        return new DomainGetSchedulerParameters.Reply(asked.sent(shares));
    }

    @Override
    public DomainGetSchedulerParametersFlags.Reply domainGetSchedulerParametersFlags(
            DomainGetSchedulerParametersFlags message) {
        String function = "virDomainGetSchedulerParametersFlags";
        var tuning = tuning(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), PARAMETERS_MAX);
        asked.needRoom(function);
        var shares =
                NamedCall.of(
                        ErrorDomain.DOMAIN,
                        function,
                        () -> tuning.schedulerParameters(new Flags<>(asked.flags())));
        return new DomainGetSchedulerParametersFlags.Reply(asked.sent(shares));
    }

    @Override
    public void domainSetSchedulerParameters(DomainSetSchedulerParameters message) {
        tuning(message.domain())
                .setSchedulerParameters(Parameters.local(message.params()), Flags.none());
    }

    @Override
    public void domainSetSchedulerParametersFlags(DomainSetSchedulerParametersFlags message) {
        String function = "virDomainSetSchedulerParametersFlags";
        var tuning = writable(message.domain(), function);
        NamedCall.run(
                ErrorDomain.DOMAIN,
                function,
                () ->
                        tuning.setSchedulerParameters(
                                Parameters.local(message.params()), new Flags<>(message.flags())));
    }

    @Override
    public DomainGetPerfEvents.Reply domainGetPerfEvents(DomainGetPerfEvents message) {
        var events = tuning(message.domain()).perfEvents(new Flags<>(message.flags()));
        return new DomainGetPerfEvents.Reply(ParametersAsked.limited(events, PERF_EVENTS_MAX));
    }

    @Override
    public void domainSetPerfEvents(DomainSetPerfEvents message) {
        tuning(message.domain())
                .setPerfEvents(Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public void domainSetLifecycleAction(DomainSetLifecycleAction message) {
        var tuning = writable(message.domain(), "virDomainSetLifecycleAction");
        var event =
                DomainLifecycle.of(message.type())
                        .orElseThrow(() -> invalid("lifecycle type", message.type()));
        var action =
                DomainLifecycleAction.of(message.action())
                        .orElseThrow(() -> invalid("lifecycle action", message.action()));
        tuning.setLifecycleAction(event, action, new Flags<>(message.flags()));
    }

    private static LibvirtException invalid(String noun, int number) {
        return refused("invalid %s '%s'".formatted(noun, Integer.toUnsignedString(number)));
    }

    @Override
    public DomainGetMetadata.Reply domainGetMetadata(DomainGetMetadata message) {
        var tuning = tuning(message.domain());
        var part = new MetadataPart(type(message.type()), message.uri());
        return new DomainGetMetadata.Reply(tuning.metadata(part, new Flags<>(message.flags())));
    }

    @Override
    public void domainSetMetadata(DomainSetMetadata message) {
        var tuning = writable(message.domain(), "virDomainSetMetadata");
        var part = new MetadataPart(type(message.type()), message.uri());
        tuning.setMetadata(
                new MetadataChange(part, message.metadata(), message.key()),
                new Flags<>(message.flags()));
    }

    private static MetadataType type(int number) {
        MetadataType type = MetadataType.of(number);
        if (type == MetadataType.UNKNOWN) {
            throw refused("unknown metadata type '%d'".formatted(number));
        }
        return type;
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.INVALID_ARG, detail);
    }
}
