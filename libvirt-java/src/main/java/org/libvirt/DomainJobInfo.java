package org.libvirt;

import dev.jvirt.api.domain.JobInfo;

/// The job that a domain is busy with (`virDomainJobInfo`).
public class DomainJobInfo {
    protected int type;
    protected long timeElapsed;
    protected long timeRemaining;
    protected long dataTotal;
    protected long dataProcessed;
    protected long dataRemaining;
    protected long memTotal;
    protected long memProcessed;
    protected long memRemaining;
    protected long fileTotal;
    protected long fileProcessed;
    protected long fileRemaining;

    DomainJobInfo(JobInfo info) {
        this.type = info.type().code();
        this.timeElapsed = info.timeElapsed();
        this.timeRemaining = info.timeRemaining();
        this.dataTotal = info.data().total();
        this.dataProcessed = info.data().processed();
        this.dataRemaining = info.data().remaining();
        this.memTotal = info.memory().total();
        this.memProcessed = info.memory().processed();
        this.memRemaining = info.memory().remaining();
        this.fileTotal = info.file().total();
        this.fileProcessed = info.file().processed();
        this.fileRemaining = info.file().remaining();
    }

    /// How it goes on, or ended: libvirt's number (`virDomainJobType`).
    public int getType() {
        return type;
    }

    /// Sets [#getType()].
    public void setType(int type) {
        this.type = type;
    }

    /// Milliseconds since it began.
    public long getTimeElapsed() {
        return timeElapsed;
    }

    /// Sets [#getTimeElapsed()].
    public void setTimeElapsed(long timeElapsed) {
        this.timeElapsed = timeElapsed;
    }

    /// Milliseconds that it will still take.
    public long getTimeRemaining() {
        return timeRemaining;
    }

    /// Sets [#getTimeRemaining()].
    public void setTimeRemaining(long timeRemaining) {
        this.timeRemaining = timeRemaining;
    }

    /// All that it has to do, in bytes: all of it.
    public long getDataTotal() {
        return dataTotal;
    }

    /// Sets [#getDataTotal()].
    public void setDataTotal(long dataTotal) {
        this.dataTotal = dataTotal;
    }

    /// All that it has to do, in bytes: what is done.
    public long getDataProcessed() {
        return dataProcessed;
    }

    /// Sets [#getDataProcessed()].
    public void setDataProcessed(long dataProcessed) {
        this.dataProcessed = dataProcessed;
    }

    /// All that it has to do, in bytes: what is still to be done.
    public long getDataRemaining() {
        return dataRemaining;
    }

    /// Sets [#getDataRemaining()].
    public void setDataRemaining(long dataRemaining) {
        this.dataRemaining = dataRemaining;
    }

    /// Of the memory of the guest, in bytes: all of it.
    public long getMemTotal() {
        return memTotal;
    }

    /// Sets [#getMemTotal()].
    public void setMemTotal(long memTotal) {
        this.memTotal = memTotal;
    }

    /// Of the memory of the guest, in bytes: what is done.
    public long getMemProcessed() {
        return memProcessed;
    }

    /// Sets [#getMemProcessed()].
    public void setMemProcessed(long memProcessed) {
        this.memProcessed = memProcessed;
    }

    /// Of the memory of the guest, in bytes: what is still to be done.
    public long getMemRemaining() {
        return memRemaining;
    }

    /// Sets [#getMemRemaining()].
    public void setMemRemaining(long memRemaining) {
        this.memRemaining = memRemaining;
    }

    /// Of disks, in bytes: all of it.
    public long getFileTotal() {
        return fileTotal;
    }

    /// Sets [#getFileTotal()].
    public void setFileTotal(long fileTotal) {
        this.fileTotal = fileTotal;
    }

    /// Of disks, in bytes: what is done.
    public long getFileProcessed() {
        return fileProcessed;
    }

    /// Sets [#getFileProcessed()].
    public void setFileProcessed(long fileProcessed) {
        this.fileProcessed = fileProcessed;
    }

    /// Of disks, in bytes: what is still to be done.
    public long getFileRemaining() {
        return fileRemaining;
    }

    /// Sets [#getFileRemaining()].
    public void setFileRemaining(long fileRemaining) {
        this.fileRemaining = fileRemaining;
    }

    @Override
    public String toString() {
        return """
               type:%d
               timeElapsed:%d
               timeRemaining:%d
               dataTotal:%d
               dataProcessed:%d
               dataRemaining:%d
               memTotal:%d
               memProcessed:%d
               memRemaining:%d
               fileTotal:%d
               fileProcessed:%d
               fileRemaining:%d
               """
                .formatted(
                        type,
                        timeElapsed,
                        timeRemaining,
                        dataTotal,
                        dataProcessed,
                        dataRemaining,
                        memTotal,
                        memProcessed,
                        memRemaining,
                        fileTotal,
                        fileProcessed,
                        fileRemaining);
    }
}
