package dev.jvirt.api.driver;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.IoThreadInfo;
import dev.jvirt.api.domain.VcpuInfo;
import java.util.List;
import java.util.Optional;

/// What a driver can set and tell of the virtual CPUs of domains and of the other threads that
/// work for them, and where these run. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
///
/// Calls that are older than flags fall back on the newer ones with the flags that they mean, so a
/// driver need not override them.
public interface DomainVcpuDriver {
    /// Sets how many virtual CPUs the running domain has.
    @Since("0.1.4")
    default void setCount(DomainId domain, int vcpus) {
        NamedCall.run(
                ErrorDomain.DOMAIN,
                "virDomainSetVcpus",
                () -> setCount(domain, vcpus, Flags.of(DomainVcpuFlag.LIVE)));
    }

    /// Sets how many virtual CPUs the domain has.
    @Since("0.8.5")
    default void setCount(DomainId domain, int vcpus, Flags<DomainVcpuFlag> flags) {
        throw unsupported("virDomainSetVcpusFlags");
    }

    /// How many virtual CPUs the domain has.
    @Since("0.8.5")
    default int count(DomainId domain, Flags<DomainVcpuFlag> flags) {
        throw unsupported("virDomainGetVcpusFlags");
    }

    /// Switches some virtual CPUs on or off.
    ///
    /// @param vcpus their numbers as a list, see [CpuMap#parse]
    @Since("3.1.0")
    default void setOnline(
            DomainId domain, String vcpus, boolean online, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetVcpu");
    }

    /// The virtual CPUs of the running domain that are switched on.
    @Since("0.1.4")
    default List<VcpuInfo> list(DomainId domain) {
        throw unsupported("virDomainGetVcpus");
    }

    /// Sets on which CPUs of the host a virtual CPU of the running domain may run.
    @Since("0.1.4")
    default void pin(DomainId domain, int vcpu, CpuMap cpus) {
        NamedCall.run(
                ErrorDomain.DOMAIN,
                "virDomainPinVcpu",
                () -> pin(domain, vcpu, cpus, Flags.of(DomainAffectFlag.LIVE)));
    }

    /// Sets on which CPUs of the host a virtual CPU may run.
    @Since("0.9.3")
    default void pin(DomainId domain, int vcpu, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainPinVcpuFlags");
    }

    /// On which CPUs of the host each virtual CPU may run, in order of their numbers.
    @Since("0.9.3")
    default List<CpuMap> pins(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetVcpuPinInfo");
    }

    /// Sets on which CPUs of the host the emulator's own threads may run.
    @Since("0.10.0")
    default void pinEmulator(DomainId domain, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainPinEmulator");
    }

    /// On which CPUs of the host the emulator's own threads may run; empty if they are not bound.
    @Since("0.10.0")
    default Optional<CpuMap> emulatorPin(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetEmulatorPinInfo");
    }

    /// The IO threads, and where they may run.
    @Since("1.2.14")
    default List<IoThreadInfo> ioThreads(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetIOThreadInfo");
    }

    /// Sets on which CPUs of the host an IO thread may run.
    @Since("1.2.14")
    default void pinIoThread(
            DomainId domain, int thread, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainPinIOThread");
    }

    /// Adds an IO thread.
    @Since("1.2.15")
    default void addIoThread(DomainId domain, int thread, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainAddIOThread");
    }

    /// Removes an IO thread.
    @Since("1.2.15")
    default void deleteIoThread(DomainId domain, int thread, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainDelIOThread");
    }

    /// Changes how long an IO thread polls before it sleeps.
    @Since("4.10.0")
    default void setIoThreadParameters(
            DomainId domain,
            int thread,
            TypedParameters parameters,
            Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetIOThreadParams");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
