package org.libvirt.event;

/// The kinds of jobs on a disk (`virDomainBlockJobType`). LAST stands for what is not known here.
public enum BlockJobType {
    UNKNOWN,
    PULL,
    COPY,
    COMMIT,
    ACTIVE_COMMIT,
    BACKUP,
    LAST
}
