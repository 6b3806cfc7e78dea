package dev.jvirt.api;

/// The hardware of a host in short (`virNodeInfo`).
///
/// @param model the CPU's model, for example `x86_64`
/// @param memory in KiB
/// @param cpus CPUs that are online
/// @param mhz expected CPU frequency, 0 if unknown
/// @param nodes NUMA nodes, 1 if the topology is unusual
/// @param sockets CPU sockets in each node
/// @param cores cores in each socket
/// @param threads threads in each core
public record NodeInfo(
        String model,
        long memory,
        int cpus,
        int mhz,
        int nodes,
        int sockets,
        int cores,
        int threads) {}
