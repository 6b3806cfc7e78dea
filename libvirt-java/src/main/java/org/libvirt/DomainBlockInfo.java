package org.libvirt;

import dev.jvirt.api.domain.BlockInfo;

/// The sizes of a disk in bytes (`virDomainBlockInfo`).
public class DomainBlockInfo {
    protected long capacity;
    protected long allocation;
    protected long physical;

    DomainBlockInfo(BlockInfo info) {
        this.capacity = info.capacity();
        this.allocation = info.allocation();
        this.physical = info.physical();
    }

    /// What it takes on the host.
    public long getAllocation() {
        return allocation;
    }

    /// What the guest sees.
    public long getCapacity() {
        return capacity;
    }

    /// How large its file or device is on the host.
    public long getPhysical() {
        return physical;
    }

    /// Sets [#getAllocation()].
    public void setAllocation(long allocation) {
        this.allocation = allocation;
    }

    /// Sets [#getCapacity()].
    public void setCapacity(long capacity) {
        this.capacity = capacity;
    }

    /// Sets [#getPhysical()].
    public void setPhysical(long physical) {
        this.physical = physical;
    }

    @Override
    public String toString() {
        return "capacity:%d\nallocation:%d\nphysical:%d\n"
                .formatted(capacity, allocation, physical);
    }
}
