package dev.jvirt.api.domain;

import java.util.Optional;

/// One figure about the memory of a guest (`virDomainMemoryStatStruct`).
///
/// @param tag libvirt's number of what it is
/// @param value mostly in KiB; counts for faults and pages, seconds since 1970 for LAST_UPDATE
public record MemoryStat(int tag, long value) {
    public MemoryStat(MemoryStatTag tag, long value) {
        this(tag.code(), value);
    }

    /// What it is; empty if that is not known here.
    public Optional<MemoryStatTag> kind() {
        return MemoryStatTag.of(tag);
    }
}
