package org.libvirt;

/// What a disk has read and written (`virDomainBlockStatsStruct`); -1 for what is not counted.
@SuppressWarnings("MemberName") // the names are libvirt's
public class DomainBlockStats {
    /// Read requests.
    public long rd_req;

    /// Bytes read.
    public long rd_bytes;

    /// Write requests.
    public long wr_req;

    /// Bytes written.
    public long wr_bytes;

    /// Errors.
    public long errs;

    /// Nothing counted.
    public DomainBlockStats() {}

    DomainBlockStats(dev.jvirt.api.domain.BlockStats stats) {
        this.rd_req = stats.readRequests();
        this.rd_bytes = stats.readBytes();
        this.wr_req = stats.writeRequests();
        this.wr_bytes = stats.writeBytes();
        this.errs = stats.errors();
    }
}
