package org.libvirt;

import org.jspecify.annotations.Nullable;

/// A virtual CPU of a running domain (`virVcpuInfo`).
public class VcpuInfo {
    /// The states of a virtual CPU (`virVcpuState`).
    public enum VcpuState {
        VIR_VCPU_OFFLINE,
        VIR_VCPU_RUNNING,
        VIR_VCPU_BLOCKED
    }

    /// Counted from 0.
    public int number;

    /// What it does.
    public @Nullable VcpuState state;

    /// The CPU time it used so far, in nanoseconds.
    public long cpuTime;

    /// The host's CPU that it runs on; -1 if it is switched off, -2 if that cannot be told.
    public int cpu;

    /// An empty summary.
    public VcpuInfo() {}

    VcpuInfo(dev.jvirt.api.domain.VcpuInfo info) {
        this.number = info.number();
        this.state = Numbers.orNull(VcpuState.values(), info.state().code());
        this.cpuTime = info.cpuTime();
        this.cpu = info.cpu();
    }

    /// What C leaves in place of a virtual CPU that is not there.
    static VcpuInfo missing() {
        var missing = new VcpuInfo();
        missing.state = VcpuState.VIR_VCPU_OFFLINE;
        return missing;
    }

    @Override
    public String toString() {
        return "number:%d\ncpuTime:%d\ncpu:%d\nstate:%s\n".formatted(number, cpuTime, cpu, state);
    }
}
