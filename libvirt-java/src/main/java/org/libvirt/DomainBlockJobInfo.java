package org.libvirt;

import dev.jvirt.api.domain.BlockJob;

/// A job on a disk (`virDomainBlockJobInfo`); all of it is 0 if there is none.
public class DomainBlockJobInfo {
    /// One of [Domain.BlockJobType].
    public int type;

    /// The limit in MiB/s, or in bytes/s if asked for; 0: none.
    public long bandwidth;

    /// How far it is, in units that the driver chooses.
    public long cur;

    /// How far it has to go.
    public long end;

    /// No job.
    public DomainBlockJobInfo() {}

    DomainBlockJobInfo(BlockJob job) {
        this.type = job.type().code();
        this.bandwidth = job.bandwidth();
        this.cur = job.current();
        this.end = job.end();
    }

    @Override
    public String toString() {
        // spelled as programs know it
        return "type:%d\nbandwith:%d\ncur:%d\nend:%d\n".formatted(type, bandwidth, cur, end);
    }
}
