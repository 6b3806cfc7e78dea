package org.libvirt.event;

/// How a job on a disk went on (`virConnectDomainEventBlockJobStatus`). LAST stands for what is
/// not known here.
public enum BlockJobStatus {
    COMPLETED,
    FAILED,
    CANCELED,
    READY,
    LAST
}
