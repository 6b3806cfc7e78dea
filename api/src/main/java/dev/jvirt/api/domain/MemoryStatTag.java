package dev.jvirt.api.domain;

import java.util.Optional;

/// What is counted of the memory of a guest (`virDomainMemoryStatTags`).
public enum MemoryStatTag {
    /// `VIR_DOMAIN_MEMORY_STAT_SWAP_IN` (0), since 0.7.5.
    SWAP_IN(0),
    /// `VIR_DOMAIN_MEMORY_STAT_SWAP_OUT` (1), since 0.7.5.
    SWAP_OUT(1),
    /// `VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT` (2), since 0.7.5.
    MAJOR_FAULT(2),
    /// `VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT` (3), since 0.7.5.
    MINOR_FAULT(3),
    /// `VIR_DOMAIN_MEMORY_STAT_UNUSED` (4), since 0.7.5.
    UNUSED(4),
    /// `VIR_DOMAIN_MEMORY_STAT_AVAILABLE` (5), since 0.7.5.
    AVAILABLE(5),
    /// `VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON` (6), since 0.9.3.
    ACTUAL_BALLOON(6),
    /// `VIR_DOMAIN_MEMORY_STAT_RSS` (7), since 0.9.10.
    RSS(7),
    /// `VIR_DOMAIN_MEMORY_STAT_USABLE` (8), since 2.1.0.
    USABLE(8),
    /// `VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE` (9), since 2.1.0.
    LAST_UPDATE(9),
    /// `VIR_DOMAIN_MEMORY_STAT_DISK_CACHES` (10), since 4.6.0.
    DISK_CACHES(10),
    /// `VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC` (11), since 5.4.0.
    HUGETLB_PGALLOC(11),
    /// `VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL` (12), since 5.4.0.
    HUGETLB_PGFAIL(12);

    private final int code;

    MemoryStatTag(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<MemoryStatTag> of(int code) {
        for (MemoryStatTag value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
