package org.libvirt;

/// The job of a domain in all detail.
public class DomainJobStats {
    /// How it goes on, or ended: libvirt's number (`virDomainJobType`).
    public int type;

    /// The figures.
    public TypedParameter[] stats;

    /// A job with its figures.
    public DomainJobStats(int type, TypedParameter[] stats) {
        this.type = type;
        this.stats = stats;
    }
}
