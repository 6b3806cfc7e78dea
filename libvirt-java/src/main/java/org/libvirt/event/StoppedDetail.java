package org.libvirt.event;

/// How or why a domain stopped; UNKNOWN stands for what is not known here.
public enum StoppedDetail implements DomainEventDetail {
    SHUTDOWN,
    DESTROYED,
    CRASHED,
    MIGRATED,
    SAVED,
    FAILED,
    FROM_SNAPSHOT,
    UNKNOWN
}
