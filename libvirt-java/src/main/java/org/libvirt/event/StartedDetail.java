package org.libvirt.event;

/// How or why a domain started; UNKNOWN stands for what is not known here.
public enum StartedDetail implements DomainEventDetail {
    BOOTED,
    MIGRATED,
    RESTORED,
    FROM_SNAPSHOT,
    WAKEUP,
    UNKNOWN
}
