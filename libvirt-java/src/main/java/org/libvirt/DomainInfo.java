package org.libvirt;

import org.jspecify.annotations.Nullable;

/// A summary of a domain (`virDomainInfo`).
public class DomainInfo {
    /// The states of a domain (`virDomainState`).
    public enum DomainState {
        VIR_DOMAIN_NOSTATE,
        VIR_DOMAIN_RUNNING,
        VIR_DOMAIN_BLOCKED,
        VIR_DOMAIN_PAUSED,
        VIR_DOMAIN_SHUTDOWN,
        VIR_DOMAIN_SHUTOFF,
        VIR_DOMAIN_CRASHED,
        VIR_DOMAIN_PMSUSPENDED
    }

    /// What it is doing.
    public @Nullable DomainState state;

    /// The most memory it may have, in KiB.
    public long maxMem;

    /// The memory it has now, in KiB.
    public long memory;

    /// Its virtual CPUs.
    public int nrVirtCpu;

    /// The CPU time it used so far, in nanoseconds.
    public long cpuTime;

    /// An empty summary.
    public DomainInfo() {}

    DomainInfo(dev.jvirt.api.domain.DomainInfo info) {
        this.state = Numbers.orNull(DomainState.values(), info.state().code());
        this.maxMem = info.maxMemory();
        this.memory = info.memory();
        this.nrVirtCpu = info.vcpus();
        this.cpuTime = info.cpuTime();
    }

    @Override
    public String toString() {
        return "state:%s\nmaxMem:%d\nmemory:%d\nnrVirtCpu:%d\ncpuTime:%d\n"
                .formatted(state, maxMem, memory, nrVirtCpu, cpuTime);
    }
}
