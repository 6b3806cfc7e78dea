package dev.jvirt.api.domain;

/// A summary of a domain (`virDomainInfo`).
///
/// @param state what it is doing
/// @param maxMemory the most memory it may have, in KiB
/// @param memory the memory it has now, in KiB
/// @param vcpus its virtual CPUs
/// @param cpuTime the CPU time it used so far, in nanoseconds
public record DomainInfo(DomainState state, long maxMemory, long memory, int vcpus, long cpuTime) {}
