package dev.jvirt.api.domain;

import dev.jvirt.api.CpuMap;

/// A virtual CPU of a running domain (`virVcpuInfo`).
///
/// @param number counted from 0
/// @param state what it does
/// @param cpuTime the CPU time it used so far, in nanoseconds
/// @param cpu the host's CPU that it runs on, [#CPU_OFFLINE] if it is switched off,
/// [#CPU_UNAVAILABLE] if that cannot be told
/// @param cpus the host's CPUs that it may run on
public record VcpuInfo(int number, VcpuState state, long cpuTime, int cpu, CpuMap cpus) {
    /// In place of a CPU: the virtual CPU is switched off (`VIR_VCPU_INFO_CPU_OFFLINE`).
    public static final int CPU_OFFLINE = -1;

    /// In place of a CPU: the hypervisor does not tell (`VIR_VCPU_INFO_CPU_UNAVAILABLE`).
    public static final int CPU_UNAVAILABLE = -2;
}
