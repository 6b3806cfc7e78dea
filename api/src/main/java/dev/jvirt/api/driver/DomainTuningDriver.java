package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.DomainMemoryFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.SchedulerType;

/// What a driver can set and tell of the resources of domains: memory, weights, limits; and of
/// what stands beside their names. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
///
/// Calls that are older than flags fall back on the newer ones with the flags that they mean, so a
/// driver need not override them.
public interface DomainTuningDriver {
    /// Sets the most memory that the domain may have, in KiB.
    @Since("0.0.3")
    default void setMaxMemory(DomainId domain, long kibibytes) {
        NamedCall.run(
                ErrorDomain.DOMAIN,
                "virDomainSetMaxMemory",
                () -> setMemory(domain, kibibytes, Flags.of(DomainMemoryFlag.MAXIMUM)));
    }

    /// Sets the memory of the running domain, in KiB.
    @Since("0.1.1")
    default void setMemory(DomainId domain, long kibibytes) {
        NamedCall.run(
                ErrorDomain.DOMAIN,
                "virDomainSetMemory",
                () -> setMemory(domain, kibibytes, Flags.of(DomainMemoryFlag.LIVE)));
    }

    /// Sets the memory of the domain, in KiB.
    @Since("0.9.0")
    default void setMemory(DomainId domain, long kibibytes, Flags<DomainMemoryFlag> flags) {
        throw unsupported("virDomainSetMemoryFlags");
    }

    /// Sets how often the guest reports what it does with its memory, in seconds; 0 for never.
    @Since("1.1.1")
    default void setMemoryStatsPeriod(DomainId domain, int seconds, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetMemoryStatsPeriod");
    }

    /// The limits of the memory of the domain on the host.
    @Since("0.8.5")
    default TypedParameters memoryParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetMemoryParameters");
    }

    /// Changes some limits of the memory.
    @Since("0.8.5")
    default void setMemoryParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetMemoryParameters");
    }

    /// The weights and limits of the domain's access to block devices.
    @Since("0.9.0")
    default TypedParameters blkioParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetBlkioParameters");
    }

    /// Changes some weights and limits of the access to block devices.
    @Since("0.9.0")
    default void setBlkioParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetBlkioParameters");
    }

    /// From which NUMA nodes of the host the domain takes its memory.
    @Since("0.9.9")
    default TypedParameters numaParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetNumaParameters");
    }

    /// Changes from which NUMA nodes the domain takes its memory.
    @Since("0.9.9")
    default void setNumaParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetNumaParameters");
    }

    /// The bandwidth of a network interface of the domain.
    @Since("0.9.9")
    default TypedParameters interfaceParameters(
            DomainId domain, String device, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetInterfaceParameters");
    }

    /// Changes the bandwidth of a network interface.
    @Since("0.9.9")
    default void setInterfaceParameters(
            DomainId domain,
            String device,
            TypedParameters parameters,
            Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetInterfaceParameters");
    }

    /// How the host shares its CPUs out, and how many parameters that has.
    @Since("0.2.3")
    default SchedulerType schedulerType(DomainId domain) {
        throw unsupported("virDomainGetSchedulerType");
    }

    /// The domain's share of the host's CPUs.
    @Since("0.9.2")
    default TypedParameters schedulerParameters(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported(
                flags.named(
                        "virDomainGetSchedulerParameters", "virDomainGetSchedulerParametersFlags"));
    }

    /// Changes the domain's share of the host's CPUs.
    @Since("0.9.2")
    default void setSchedulerParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        throw unsupported(
                flags.named(
                        "virDomainSetSchedulerParameters", "virDomainSetSchedulerParametersFlags"));
    }

    /// Which events of the processor are counted for the domain.
    @Since("1.3.3")
    default TypedParameters perfEvents(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetPerfEvents");
    }

    /// Switches the counting of some events on or off.
    @Since("1.3.3")
    default void setPerfEvents(
            DomainId domain, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetPerfEvents");
    }

    /// Sets what becomes of the domain when something happens to it.
    @Since("3.9.0")
    default void setLifecycleAction(
            DomainId domain,
            DomainLifecycle event,
            DomainLifecycleAction action,
            Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetLifecycleAction");
    }

    /// One part of the domain's metadata, or NO_DOMAIN_METADATA.
    @Since("0.9.10")
    default String metadata(DomainId domain, MetadataPart part, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetMetadata");
    }

    /// Sets or removes one part of the domain's metadata.
    @Since("0.9.10")
    default void setMetadata(
            DomainId domain, MetadataChange change, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetMetadata");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
