package dev.jvirt.api;

import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.DomainMemoryFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.MetadataType;
import dev.jvirt.api.domain.SchedulerType;
import dev.jvirt.api.driver.DomainTuningDriver;

/// The resources of a domain as set and as they are: memory, weights, limits; and its title,
/// description and metadata.
///
/// Most settings exist twice, for the running domain and for its next start: [DomainAffectFlag]
/// says which are meant, and without a flag it is the running domain if it runs. Asking for both
/// at once is refused (INVALID_ARG). A driver that does not know one of the given parameters
/// refuses the call (ARGUMENT_UNSUPPORTED); those that are not given stay as they are.
///
/// @param domain that it belongs to
public record DomainTuning(Domain domain) {

    /// Sets the most memory that the domain may have (`virDomainSetMaxMemory`).
    ///
    /// @param kibibytes more than 0
    /// @throws LibvirtException OVERFLOW if it is 2^53 - 1 or more
    /// @since 0.0.3
    public void setMaxMemory(long kibibytes) {
        DomainTuningDriver driver = changing("virDomainSetMaxMemory");
        new DomainArguments("virDomainSetMaxMemory").memory(kibibytes);
        driver.setMaxMemory(id(), kibibytes);
    }

    /// Sets the memory of the running domain (`virDomainSetMemory`).
    ///
    /// @param kibibytes more than 0, at most what the domain may have
    /// @throws LibvirtException OVERFLOW if it is 2^53 - 1 or more
    /// @since 0.1.1
    public void setMemory(long kibibytes) {
        DomainTuningDriver driver = changing("virDomainSetMemory");
        new DomainArguments("virDomainSetMemory").memory(kibibytes);
        driver.setMemory(id(), kibibytes);
    }

    /// Sets the memory of the domain, or with MAXIMUM the most that it may have
    /// (`virDomainSetMemoryFlags`).
    ///
    /// @param kibibytes more than 0
    /// @throws LibvirtException OVERFLOW if it is 2^53 - 1 or more
    /// @since 0.9.0
    public void setMemory(long kibibytes, Flags<DomainMemoryFlag> flags) {
        DomainTuningDriver driver = changing("virDomainSetMemoryFlags");
        new DomainArguments("virDomainSetMemoryFlags").memory(kibibytes);
        driver.setMemory(id(), kibibytes, flags);
    }

    /// Sets how often the guest reports what it does with its memory
    /// (`virDomainSetMemoryStatsPeriod`).
    ///
    /// @param seconds from one report to the next; 0 for no reports
    /// @since 1.1.1
    public void setMemoryStatsPeriod(int seconds, Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = changing("virDomainSetMemoryStatsPeriod");
        new DomainArguments("virDomainSetMemoryStatsPeriod").notNegative("period", seconds);
        driver.setMemoryStatsPeriod(id(), seconds, flags);
    }

    /// The limits of the domain's memory on the host, in KiB, for example `hard_limit`
    /// (`virDomainGetMemoryParameters`). The value 2^53 - 1 means that there is no limit.
    ///
    /// @since 0.8.5
    public TypedParameters memoryParameters(Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = reading("virDomainGetMemoryParameters");
        new DomainArguments("virDomainGetMemoryParameters").oneImpact(flags);
        return driver.memoryParameters(id(), flags);
    }

    /// Changes some limits of the domain's memory on the host (`virDomainSetMemoryParameters`).
    ///
    /// @param parameters at least one
    /// @since 0.8.5
    public void setMemoryParameters(TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = changing("virDomainSetMemoryParameters");
        new DomainArguments("virDomainSetMemoryParameters").some(parameters);
        driver.setMemoryParameters(id(), parameters, flags);
    }

    /// The weights and limits of the domain's access to block devices, for example `weight`
    /// (`virDomainGetBlkioParameters`).
    ///
    /// @since 0.9.0
    public TypedParameters blkioParameters(Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = reading("virDomainGetBlkioParameters");
        new DomainArguments("virDomainGetBlkioParameters").oneImpact(flags);
        return driver.blkioParameters(id(), flags);
    }

    /// Changes some weights and limits of the domain's access to block devices
    /// (`virDomainSetBlkioParameters`).
    ///
    /// @since 0.9.0
    public void setBlkioParameters(TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        changing("virDomainSetBlkioParameters").setBlkioParameters(id(), parameters, flags);
    }

    /// From which NUMA nodes of the host the domain takes its memory: `numa_nodeset` and
    /// `numa_mode`, a number of `virDomainNumatuneMemMode` (`virDomainGetNumaParameters`).
    ///
    /// @since 0.9.9
    public TypedParameters numaParameters(Flags<DomainAffectFlag> flags) {
        return reading("virDomainGetNumaParameters").numaParameters(id(), flags);
    }

    /// Changes from which NUMA nodes of the host the domain takes its memory
    /// (`virDomainSetNumaParameters`).
    ///
    /// @param parameters at least one
    /// @since 0.9.9
    public void setNumaParameters(TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = changing("virDomainSetNumaParameters");
        new DomainArguments("virDomainSetNumaParameters").some(parameters);
        driver.setNumaParameters(id(), parameters, flags);
    }

    /// The bandwidth of a network interface of the domain, for example `inbound.average` in KiB/s
    /// (`virDomainGetInterfaceParameters`).
    ///
    /// @param device its name on the host, or its MAC address
    /// @since 0.9.9
    public TypedParameters interfaceParameters(String device, Flags<DomainAffectFlag> flags) {
        return reading("virDomainGetInterfaceParameters").interfaceParameters(id(), device, flags);
    }

    /// Changes the bandwidth of a network interface of the domain
    /// (`virDomainSetInterfaceParameters`).
    ///
    /// @param device its name on the host, or its MAC address
    /// @param parameters at least one
    /// @since 0.9.9
    public void setInterfaceParameters(
            String device, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = changing("virDomainSetInterfaceParameters");
        new DomainArguments("virDomainSetInterfaceParameters").some(parameters);
        driver.setInterfaceParameters(id(), device, parameters, flags);
    }

    /// How the host shares its CPUs out (`virDomainGetSchedulerType`).
    ///
    /// @since 0.2.3
    public SchedulerType schedulerType() {
        return reading("virDomainGetSchedulerType").schedulerType(id());
    }

    /// The domain's share of the host's CPUs, for example `cpu_shares`
    /// (`virDomainGetSchedulerParameters`, `virDomainGetSchedulerParametersFlags`).
    ///
    /// @since 0.9.2
    public TypedParameters schedulerParameters(Flags<DomainAffectFlag> flags) {
        String function =
                flags.named(
                        "virDomainGetSchedulerParameters", "virDomainGetSchedulerParametersFlags");
        DomainTuningDriver driver = reading(function);
        new DomainArguments(function).oneImpact(flags);
        return driver.schedulerParameters(id(), flags);
    }

    /// Changes the domain's share of the host's CPUs (`virDomainSetSchedulerParameters`,
    /// `virDomainSetSchedulerParametersFlags`).
    ///
    /// @since 0.9.2
    public void setSchedulerParameters(TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        changing(
                        flags.named(
                                "virDomainSetSchedulerParameters",
                                "virDomainSetSchedulerParametersFlags"))
                .setSchedulerParameters(id(), parameters, flags);
    }

    /// Which events of the processor are counted for the domain: a boolean for each, for example
    /// `cache_misses` (`virDomainGetPerfEvents`). [DomainStatistics] has what was counted.
    ///
    /// @since 1.3.3
    public TypedParameters perfEvents(Flags<DomainAffectFlag> flags) {
        return reading("virDomainGetPerfEvents").perfEvents(id(), flags);
    }

    /// Switches the counting of some events of the processor on or off (`virDomainSetPerfEvents`).
    ///
    /// @param parameters at least one, booleans
    /// @since 1.3.3
    public void setPerfEvents(TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainTuningDriver driver = changing("virDomainSetPerfEvents");
        new DomainArguments("virDomainSetPerfEvents").some(parameters);
        driver.setPerfEvents(id(), parameters, flags);
    }

    /// Sets what becomes of the domain when something happens to it
    /// (`virDomainSetLifecycleAction`).
    ///
    /// @since 3.9.0
    public void setLifecycleAction(
            DomainLifecycle event, DomainLifecycleAction action, Flags<DomainAffectFlag> flags) {
        changing("virDomainSetLifecycleAction").setLifecycleAction(id(), event, action, flags);
    }

    /// One part of the domain's metadata: its title, its description, or the XML element that an
    /// application keeps there (`virDomainGetMetadata`).
    ///
    /// @throws LibvirtException NO_DOMAIN_METADATA if the domain has none of that kind
    /// @since 0.9.10
    public String metadata(MetadataPart part, Flags<DomainAffectFlag> flags) {
        var arguments = new DomainArguments("virDomainGetMetadata");
        DomainTuningDriver driver = reading("virDomainGetMetadata");
        arguments.oneImpact(flags);
        checkUri(arguments, part);
        return driver.metadata(id(), part, flags);
    }

    /// Sets or removes one part of the domain's metadata (`virDomainSetMetadata`).
    ///
    /// @since 0.9.10
    public void setMetadata(MetadataChange change, Flags<DomainAffectFlag> flags) {
        var arguments = new DomainArguments("virDomainSetMetadata");
        DomainTuningDriver driver = changing("virDomainSetMetadata");
        MetadataType type = change.part().type();
        if (type == MetadataType.TITLE && change.value().orElse("").indexOf('\n') >= 0) {
            throw arguments.refused("metadata", "metadata title can't contain newlines");
        }
        checkUri(arguments, change.part());
        if (type != MetadataType.ELEMENT) {
            arguments.absent("key", change.key());
        } else if (change.value().isPresent()) {
            arguments.present("key", change.key());
        }
        driver.setMetadata(id(), change, flags);
    }

    private static void checkUri(DomainArguments arguments, MetadataPart part) {
        switch (part.type()) {
            case DESCRIPTION, TITLE -> arguments.absent("uri", part.uri());
            case ELEMENT -> arguments.present("uri", part.uri());
            case UNKNOWN ->
                    throw new LibvirtException(
                            ErrorDomain.DOMAIN, ErrorCode.INVALID_ARG, "unknown metadata type");
        }
    }

    private DomainId id() {
        return domain.identity();
    }

    private DomainTuningDriver reading(String function) {
        return domain.connection().reading(function).domainTuning();
    }

    private DomainTuningDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainTuning();
    }
}
