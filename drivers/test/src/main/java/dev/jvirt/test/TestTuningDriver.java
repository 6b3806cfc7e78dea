package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.DomainMemoryFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.SchedulerType;
import dev.jvirt.api.driver.DomainTuningDriver;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.documents.domain.Memory;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Tuning;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// The resources of the domains of a world.
final class TestTuningDriver implements DomainTuningDriver {
    private static final int WEIGHT = 50;

    private final DomainAccess access;
    private final DomainNotes notes;

    TestTuningDriver(DomainAccess access) {
        this.access = access;
        this.notes = new DomainNotes(access);
    }

    @Override
    public void setMemory(DomainId domain, long kibibytes, Flags<DomainMemoryFlag> flags) {
        flags.allow(ErrorDomain.TEST, "testDomainSetMemoryFlags", DomainMemoryFlag.values());
        boolean maximum = flags.has(DomainMemoryFlag.MAXIMUM);
        access.redefine(
                domain,
                "virDomainSetMemoryFlags",
                new Flags<>(flags.without(DomainMemoryFlag.MAXIMUM).bits()),
                (definition, live) ->
                        maximum
                                ? withMaximum(definition, kibibytes, live)
                                : withCurrent(definition, kibibytes));
    }

    private static DomainDefinition withMaximum(
            DomainDefinition definition, long kibibytes, boolean live) {
        if (live) {
            throw TestErrors.invalidOperation(
                    "cannot resize the maximum memory on an active domain");
        }
        if (definition.cpu().flatMap(Cpu::numa).isPresent()) {
            throw TestErrors.invalidOperation(
                    "initial memory size of a domain with NUMA nodes cannot be modified with this"
                            + " API");
        }
        Memory memory = definition.memory();
        return definition.withMemory(
                memory.withTotal(kibibytes).withCurrent(Math.min(memory.current(), kibibytes)));
    }

    private static DomainDefinition withCurrent(DomainDefinition definition, long kibibytes) {
        if (Long.compareUnsigned(kibibytes, definition.memory().total()) > 0) {
            throw TestErrors.invalidArgument("cannot set memory higher than max memory");
        }
        return definition.withMemory(definition.memory().withCurrent(kibibytes));
    }

    @Override
    public void setMemoryStatsPeriod(DomainId domain, int seconds, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetMemoryStatsPeriod", flags);
        access.redefine(
                domain,
                "virDomainSetMemoryStatsPeriod",
                flags,
                (definition, _) -> {
                    MemoryBalloon balloon =
                            definition
                                    .devices()
                                    .first(MemoryBalloon.class)
                                    .filter(b -> b.model() != MemoryBalloon.Model.NONE)
                                    .orElseThrow(
                                            () ->
                                                    TestErrors.internal(
                                                            "No memory balloon device configured,"
                                                                    + " can not set the collection"
                                                                    + " period"));
                    return DeviceChange.replace(
                            definition, balloon, balloon.withStatsPeriod(OptionalInt.of(seconds)));
                });
    }

    @Override
    public TypedParameters memoryParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetMemoryParameters", flags);
        return MemoryLimits.of(access.definition(domain, scope).memory().tune());
    }

    @Override
    public void setMemoryParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetMemoryParameters", flags);
        MemoryLimits.check(parameters);
        access.redefine(
                domain,
                "virDomainSetMemoryParameters",
                flags,
                (definition, _) -> {
                    Memory memory = definition.memory();
                    return definition.withMemory(
                            memory.withTune(MemoryLimits.changed(memory.tune(), parameters)));
                });
    }

    @Override
    public TypedParameters blkioParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetBlkioParameters", flags);
        return BlkioWeights.of(access.definition(domain, scope).resources().tuning().blkio());
    }

    @Override
    public void setBlkioParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetBlkioParameters", flags);
        BlkioWeights.check(parameters);
        retune(
                domain,
                "virDomainSetBlkioParameters",
                flags,
                tuning -> tuning.withBlkio(BlkioWeights.changed(tuning.blkio(), parameters)));
    }

    private void retune(
            DomainId domain,
            String function,
            Flags<DomainAffectFlag> flags,
            UnaryOperator<Tuning> change) {
        access.redefine(
                domain,
                function,
                flags,
                (definition, _) -> {
                    var resources = definition.resources();
                    return definition.withResources(
                            resources.withTuning(change.apply(resources.tuning())));
                });
    }

    @Override
    public TypedParameters numaParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetNumaParameters", flags);
        return NumaPlacement.of(access.definition(domain, scope).resources().tuning().numa());
    }

    @Override
    public void setNumaParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetNumaParameters", flags);
        var placement = NumaPlacement.parse(parameters);
        access.redefine(
                domain,
                "virDomainSetNumaParameters",
                flags,
                (definition, live) -> {
                    var resources = definition.resources();
                    Tuning tuning = resources.tuning();
                    return definition.withResources(
                            resources.withTuning(
                                    tuning.withNuma(placement.changed(tuning.numa(), live))));
                });
    }

    @Override
    public TypedParameters interfaceParameters(
            DomainId domain, String device, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetInterfaceParameters", flags);
        return BandwidthLimits.of(
                BandwidthLimits.require(access.definition(domain, scope), device));
    }

    @Override
    public void setInterfaceParameters(
            DomainId domain,
            String device,
            TypedParameters parameters,
            Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetInterfaceParameters", flags);
        BandwidthLimits.check(parameters);
        access.redefine(
                domain,
                "virDomainSetInterfaceParameters",
                flags,
                (definition, _) -> {
                    NetworkInterface nic = BandwidthLimits.require(definition, device);
                    return DeviceChange.replace(
                            definition, nic, BandwidthLimits.changed(nic, parameters));
                });
    }

    @Override
    public SchedulerType schedulerType(DomainId domain) {
        return new SchedulerType("fair", 1);
    }

    @Override
    public TypedParameters schedulerParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        flags.allow(ErrorDomain.TEST, "testDomainGetSchedulerParametersFlags");
        access.require(domain);
        return TypedParameters.of("weight", TypedValue.ofUnsignedInt(WEIGHT));
    }

    /// Takes what it is told and goes on as before.
    @Override
    public void setSchedulerParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        flags.allow(ErrorDomain.TEST, "testDomainSetSchedulerParametersFlags");
        for (TypedParameter parameter : parameters.parameters()) {
            if (!parameter.name().equals("weight")) {
                throw TestErrors.parameter(parameter.name());
            }
        }
        access.require(domain);
    }

    @Override
    public TypedParameters perfEvents(DomainId domain, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetPerfEvents", flags);
        return CountedEvents.of(access.definition(domain, scope).resources().tuning().perf());
    }

    @Override
    public void setPerfEvents(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetPerfEvents", flags);
        CountedEvents.check(parameters);
        retune(
                domain,
                "virDomainSetPerfEvents",
                flags,
                tuning -> tuning.withPerf(CountedEvents.changed(tuning.perf(), parameters)));
    }

    @Override
    public void setLifecycleAction(
            DomainId domain,
            DomainLifecycle event,
            DomainLifecycleAction action,
            Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetLifecycleAction", flags);
        boolean dumps =
                action == DomainLifecycleAction.COREDUMP_DESTROY
                        || action == DomainLifecycleAction.COREDUMP_RESTART;
        if (dumps && event != DomainLifecycle.CRASH) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "Unsupported action for lifecycle event");
        }
        Lifecycle.Action chosen = Lifecycle.Action.values()[action.ordinal()];
        access.redefineBoth(
                domain,
                "virDomainSetLifecycleAction",
                flags,
                (definition, _) -> {
                    Lifecycle lifecycle = definition.lifecycle();
                    return definition.withLifecycle(
                            switch (event) {
                                case POWEROFF -> lifecycle.withOnPoweroff(chosen);
                                case REBOOT -> lifecycle.withOnReboot(chosen);
                                case CRASH -> lifecycle.withOnCrash(chosen);
                            });
                });
    }

    @Override
    public String metadata(DomainId domain, MetadataPart part, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainGetMetadata", flags);
        return notes.read(domain, part, flags);
    }

    @Override
    public void setMetadata(DomainId domain, MetadataChange change, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetMetadata", flags);
        notes.write(domain, change, flags);
    }
}
