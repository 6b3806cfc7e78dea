package dev.jvirt.api;

import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.IoThreadInfo;
import dev.jvirt.api.domain.VcpuInfo;
import dev.jvirt.api.driver.DomainVcpuDriver;
import java.util.List;
import java.util.Optional;

/// The virtual CPUs of a domain, the other threads that work for it, and the CPUs of the host that
/// they may run on.
///
/// Most settings exist twice, for the running domain and for its next start: the flags LIVE and
/// CONFIG say which are meant, and without them it is the running domain if it runs.
///
/// @param domain that it belongs to
public record DomainVcpus(Domain domain) {

    /// Sets how many virtual CPUs the running domain has (`virDomainSetVcpus`).
    ///
    /// @param vcpus from 1 on, at most [Domain#maxVcpus]
    /// @since 0.1.4
    public void setCount(int vcpus) {
        DomainVcpuDriver driver = changing("virDomainSetVcpus");
        new DomainArguments("virDomainSetVcpus").nonZero("nvcpus", vcpus);
        driver.setCount(id(), vcpus);
    }

    /// Sets how many virtual CPUs the domain has; with MAXIMUM how many it may have, which needs
    /// CONFIG; with GUEST how many the guest uses, through its agent (`virDomainSetVcpusFlags`).
    ///
    /// @param vcpus from 1 on
    /// @since 0.8.5
    public void setCount(int vcpus, Flags<DomainVcpuFlag> flags) {
        String function = "virDomainSetVcpusFlags";
        DomainVcpuDriver driver = changing(function);
        var arguments = new DomainArguments(function);
        boolean config = flags.has(DomainVcpuFlag.CONFIG);
        if (flags.has(DomainVcpuFlag.MAXIMUM) && !config) {
            throw arguments.refused(
                    "ctl",
                    "Flag 'VIR_DOMAIN_AFFECT_CONFIG' is required by flag 'VIR_DOMAIN_VCPU_MAXIMUM'");
        }
        if (flags.has(DomainVcpuFlag.GUEST) && config) {
            throw arguments.refused(
                    "ctl",
                    "Flags 'VIR_DOMAIN_VCPU_GUEST' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually"
                            + " exclusive");
        }
        arguments.nonZero("nvcpus", vcpus);
        driver.setCount(id(), vcpus, flags);
    }

    /// How many virtual CPUs the domain has; with MAXIMUM how many it may have; with GUEST how many
    /// the guest uses, as its agent says (`virDomainGetVcpusFlags`).
    ///
    /// @throws LibvirtException OPERATION_DENIED for GUEST on a read-only connection
    /// @since 0.8.5
    public int count(Flags<DomainVcpuFlag> flags) {
        String function = "virDomainGetVcpusFlags";
        DomainVcpuDriver driver =
                flags.has(DomainVcpuFlag.GUEST) ? changing(function) : reading(function);
        new DomainArguments(function).oneImpact(new Flags<>(flags.bits()));
        return driver.count(id(), flags);
    }

    /// Switches some virtual CPUs on or off (`virDomainSetVcpu`).
    ///
    /// @param vcpus their numbers as a list, for example `0-3,5`, see [CpuMap#parse]
    /// @since 3.1.0
    public void setOnline(String vcpus, boolean online, Flags<DomainAffectFlag> flags) {
        changing("virDomainSetVcpu").setOnline(id(), vcpus, online, flags);
    }

    /// The virtual CPUs of the running domain that are switched on (`virDomainGetVcpus`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if the domain does not run
    /// @since 0.1.4
    public List<VcpuInfo> list() {
        return reading("virDomainGetVcpus").list(id());
    }

    /// Sets on which CPUs of the host a virtual CPU of the running domain may run
    /// (`virDomainPinVcpu`).
    ///
    /// @param vcpu counted from 0
    /// @since 0.1.4
    public void pin(int vcpu, CpuMap cpus) {
        changing("virDomainPinVcpu").pin(id(), vcpu, cpus);
    }

    /// Sets on which CPUs of the host a virtual CPU may run (`virDomainPinVcpuFlags`).
    ///
    /// @param vcpu counted from 0
    /// @since 0.9.3
    public void pin(int vcpu, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        changing("virDomainPinVcpuFlags").pin(id(), vcpu, cpus, flags);
    }

    /// On which CPUs of the host each virtual CPU may run, in order of their numbers
    /// (`virDomainGetVcpuPinInfo`).
    ///
    /// @since 0.9.3
    public List<CpuMap> pins(Flags<DomainAffectFlag> flags) {
        DomainVcpuDriver driver = reading("virDomainGetVcpuPinInfo");
        new DomainArguments("virDomainGetVcpuPinInfo").oneImpact(flags);
        return driver.pins(id(), flags);
    }

    /// Sets on which CPUs of the host the emulator's own threads may run (`virDomainPinEmulator`).
    ///
    /// @since 0.10.0
    public void pinEmulator(CpuMap cpus, Flags<DomainAffectFlag> flags) {
        changing("virDomainPinEmulator").pinEmulator(id(), cpus, flags);
    }

    /// On which CPUs of the host the emulator's own threads may run; empty if they are not bound
    /// (`virDomainGetEmulatorPinInfo`).
    ///
    /// @since 0.10.0
    public Optional<CpuMap> emulatorPin(Flags<DomainAffectFlag> flags) {
        DomainVcpuDriver driver = reading("virDomainGetEmulatorPinInfo");
        new DomainArguments("virDomainGetEmulatorPinInfo").oneImpact(flags);
        return driver.emulatorPin(id(), flags);
    }

    /// The threads that serve disks of the domain, and on which CPUs of the host they may run
    /// (`virDomainGetIOThreadInfo`, `virDomainIOThreadInfoFree`).
    ///
    /// @since 1.2.14
    public List<IoThreadInfo> ioThreads(Flags<DomainAffectFlag> flags) {
        DomainVcpuDriver driver = reading("virDomainGetIOThreadInfo");
        new DomainArguments("virDomainGetIOThreadInfo").oneImpact(flags);
        return driver.ioThreads(id(), flags);
    }

    /// Sets on which CPUs of the host an IO thread may run (`virDomainPinIOThread`).
    ///
    /// @param thread its id
    /// @since 1.2.14
    public void pinIoThread(int thread, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        changing("virDomainPinIOThread").pinIoThread(id(), thread, cpus, flags);
    }

    /// Adds an IO thread (`virDomainAddIOThread`).
    ///
    /// @param thread its id, from 1 on
    /// @since 1.2.15
    public void addIoThread(int thread, Flags<DomainAffectFlag> flags) {
        changing("virDomainAddIOThread").addIoThread(id(), thread, flags);
    }

    /// Removes an IO thread that serves no disk (`virDomainDelIOThread`).
    ///
    /// @param thread its id, from 1 on
    /// @since 1.2.15
    public void deleteIoThread(int thread, Flags<DomainAffectFlag> flags) {
        DomainVcpuDriver driver = changing("virDomainDelIOThread");
        new DomainArguments("virDomainDelIOThread").nonZero("iothread_id", thread);
        driver.deleteIoThread(id(), thread, flags);
    }

    /// Changes how long an IO thread polls before it sleeps, for example `poll_max_ns`
    /// (`virDomainSetIOThreadParams`).
    ///
    /// @param thread its id
    /// @param parameters at least one
    /// @since 4.10.0
    public void setIoThreadParameters(
            int thread, TypedParameters parameters, Flags<DomainAffectFlag> flags) {
        DomainVcpuDriver driver = changing("virDomainSetIOThreadParams");
        new DomainArguments("virDomainSetIOThreadParams").some(parameters);
        driver.setIoThreadParameters(id(), thread, parameters, flags);
    }

    private DomainId id() {
        return domain.identity();
    }

    private DomainVcpuDriver reading(String function) {
        return domain.connection().reading(function).domainVcpus();
    }

    private DomainVcpuDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainVcpus();
    }
}
