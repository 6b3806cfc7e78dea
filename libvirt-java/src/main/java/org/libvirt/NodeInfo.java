package org.libvirt;

import org.jspecify.annotations.Nullable;

/// The hardware of a host in short (`virNodeInfo`).
public class NodeInfo {
    /// The architecture of its CPUs.
    public @Nullable String model;

    /// Its memory in KiB.
    public long memory;

    /// Its CPUs that are switched on.
    public int cpus;

    /// Their frequency; 0 if it is not known.
    public int mhz;

    /// NUMA nodes, or 1 if they are not to be counted.
    public int nodes;

    /// Sockets of each node.
    public int sockets;

    /// Cores of each socket.
    public int cores;

    /// Threads of each core.
    public int threads;

    /// An empty summary.
    public NodeInfo() {}

    NodeInfo(dev.jvirt.api.NodeInfo info) {
        this.model = info.model();
        this.memory = info.memory();
        this.cpus = info.cpus();
        this.mhz = info.mhz();
        this.nodes = info.nodes();
        this.sockets = info.sockets();
        this.cores = info.cores();
        this.threads = info.threads();
    }

    /// The CPUs there can be, also those that are switched off.
    public int maxCpus() {
        return nodes * sockets * cores * threads;
    }

    @Override
    public String toString() {
        return "model:%s\nmemory:%d\ncpus:%d\nmhz:%d\nnodes:%d\nsockets:%d\ncores:%d\nthreads:%d\n"
                .formatted(model, memory, cpus, mhz, nodes, sockets, cores, threads);
    }
}
