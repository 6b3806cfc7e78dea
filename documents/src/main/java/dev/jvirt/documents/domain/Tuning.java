package dev.jvirt.documents.domain;

/// What share of the host a domain gets.
public record Tuning(BlkioTune blkio, CpuTune cpu, NumaTune numa, Resource resource, Perf perf) {
    /// Nothing said.
    public static final Tuning NONE =
            new Tuning(BlkioTune.NONE, CpuTune.NONE, NumaTune.NONE, Resource.NONE, Perf.NONE);

    /// The same with another share of the processors.
    public Tuning withCpu(CpuTune value) {
        return new Tuning(blkio, value, numa, resource, perf);
    }

    /// The same with other shares of block devices.
    public Tuning withBlkio(BlkioTune value) {
        return new Tuning(value, cpu, numa, resource, perf);
    }

    /// The same with memory from elsewhere.
    public Tuning withNuma(NumaTune value) {
        return new Tuning(blkio, cpu, value, resource, perf);
    }

    /// The same with other events that are counted.
    public Tuning withPerf(Perf value) {
        return new Tuning(blkio, cpu, numa, resource, value);
    }

    /// The same in another place of the hierarchies.
    public Tuning withResource(Resource value) {
        return new Tuning(blkio, cpu, numa, value, perf);
    }
}
