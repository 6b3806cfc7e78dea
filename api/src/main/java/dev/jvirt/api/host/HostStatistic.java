package dev.jvirt.api.host;

/// One figure about the CPUs or the memory of a host (`virNodeCPUStats`, `virNodeMemoryStats`).
///
/// @param name for example `kernel`, `idle`; `total`, `free`
/// @param value nanoseconds for CPUs (per cent for `utilization`), KiB for memory; without sign
public record HostStatistic(String name, long value) {}
