package org.libvirt;

import dev.jvirt.api.domain.MemoryStat;

/// One figure about the memory of a guest (`virDomainMemoryStatStruct`).
public class MemoryStatistic {
    protected int tag;
    protected long val;

    MemoryStatistic(MemoryStat stat) {
        this.tag = stat.tag();
        this.val = stat.value();
    }

    /// What it is: libvirt's number (`virDomainMemoryStatTags`).
    public int getTag() {
        return tag;
    }

    /// Mostly in KiB.
    public long getValue() {
        return val;
    }

    /// Sets [#getTag()].
    public void setTag(int tag) {
        this.tag = tag;
    }

    /// Sets [#getValue()].
    public void setValue(long val) {
        this.val = val;
    }

    @Override
    public String toString() {
        return "tag:%d\nval:%d\n".formatted(tag, val);
    }
}
