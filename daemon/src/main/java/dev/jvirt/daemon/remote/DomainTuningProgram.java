package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainTuning;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flag;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.MetadataType;
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
import dev.jvirt.protocol.domain.DomainTuningCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;

/// Resources of domains.
record DomainTuningProgram(RemoteSession session) implements DomainTuningCallsHandler {
    /// `REMOTE_DOMAIN_MEMORY_PARAMETERS_MAX` and its kin.
    private static final int PARAMETERS_MAX = 16;

    private DomainTuning tuning(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).tuning();
    }

    private static <F extends Enum<F> & Flag> Flags<F> flags(int bits) {
        return new Flags<>(StringParameters.local(bits));
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
        return new Counted(message.nparams(), PARAMETERS_MAX)
                .reply(
                        tuning.memoryParameters(flags(message.flags())),
                        message.flags(),
                        DomainGetMemoryParameters.Reply::new);
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
        return new Counted(message.nparams(), PARAMETERS_MAX)
                .reply(
                        tuning.blkioParameters(flags(message.flags())),
                        message.flags(),
                        DomainGetBlkioParameters.Reply::new);
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
        return new Counted(message.nparams(), PARAMETERS_MAX)
                .reply(
                        tuning.numaParameters(flags(message.flags())),
                        message.flags(),
                        DomainGetNumaParameters.Reply::new);
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
        return new Counted(message.nparams(), PARAMETERS_MAX)
                .reply(
                        tuning.interfaceParameters(message.device(), flags(message.flags())),
                        message.flags(),
                        DomainGetInterfaceParameters.Reply::new);
    }

    @Override
    public DomainGetSchedulerType.Reply domainGetSchedulerType(DomainGetSchedulerType message) {
        var type = tuning(message.domain()).schedulerType();
        return new DomainGetSchedulerType.Reply(type.name(), type.parameters());
    }

    /// The older call never carries texts, and cannot ask for the number of values.
    @Override
    public DomainGetSchedulerParameters.Reply domainGetSchedulerParameters(
            DomainGetSchedulerParameters message) {
        var tuning = tuning(message.domain());
        return schedulerValues(message.nparams())
                .reply(
                        tuning.schedulerParameters(Flags.none()),
                        0,
                        (values, _) -> new DomainGetSchedulerParameters.Reply(values));
    }

    @Override
    public DomainGetSchedulerParametersFlags.Reply domainGetSchedulerParametersFlags(
            DomainGetSchedulerParametersFlags message) {
        var tuning = tuning(message.domain());
        return schedulerValues(message.nparams())
                .reply(
                        tuning.schedulerParameters(flags(message.flags())),
                        message.flags(),
                        (values, _) -> new DomainGetSchedulerParametersFlags.Reply(values));
    }

    private static Counted schedulerValues(int wanted) {
        if (wanted == 0) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainGetSchedulerParameters",
                    "*nparams",
                    "*nparams in virDomainGetSchedulerParameters must be greater than zero");
        }
        return new Counted(wanted, PARAMETERS_MAX);
    }

    @Override
    public void domainSetSchedulerParameters(DomainSetSchedulerParameters message) {
        tuning(message.domain())
                .setSchedulerParameters(Parameters.local(message.params()), Flags.none());
    }

    @Override
    public void domainSetSchedulerParametersFlags(DomainSetSchedulerParametersFlags message) {
        tuning(message.domain())
                .setSchedulerParameters(
                        Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetPerfEvents.Reply domainGetPerfEvents(DomainGetPerfEvents message) {
        var events = tuning(message.domain()).perfEvents(new Flags<>(message.flags()));
        return new DomainGetPerfEvents.Reply(Parameters.remote(events));
    }

    @Override
    public void domainSetPerfEvents(DomainSetPerfEvents message) {
        tuning(message.domain())
                .setPerfEvents(Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public void domainSetLifecycleAction(DomainSetLifecycleAction message) {
        WireErrors.checkWritable(
                session.connection(), ErrorDomain.DOMAIN, "virDomainSetLifecycleAction");
        tuning(message.domain())
                .setLifecycleAction(
                        DomainLifecycle.of(message.type())
                                .orElseThrow(() -> unknown("type", message.type())),
                        DomainLifecycleAction.of(message.action())
                                .orElseThrow(() -> unknown("action", message.action())),
                        new Flags<>(message.flags()));
    }

    private static LibvirtException unknown(String what, int number) {
        return new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.INVALID_ARG,
                "invalid lifecycle %s '%s'".formatted(what, Integer.toUnsignedString(number)));
    }

    @Override
    public void domainSetMetadata(DomainSetMetadata message) {
        var part = new MetadataPart(MetadataType.of(message.type()), message.uri());
        tuning(message.domain())
                .setMetadata(
                        new MetadataChange(part, message.metadata(), message.key()),
                        new Flags<>(message.flags()));
    }

    @Override
    public DomainGetMetadata.Reply domainGetMetadata(DomainGetMetadata message) {
        var part = new MetadataPart(MetadataType.of(message.type()), message.uri());
        return new DomainGetMetadata.Reply(
                tuning(message.domain()).metadata(part, new Flags<>(message.flags())));
    }
}
