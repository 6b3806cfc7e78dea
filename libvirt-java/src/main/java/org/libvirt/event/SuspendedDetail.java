package org.libvirt.event;

/// How or why a domain was suspended; UNKNOWN stands for what is not known here.
public enum SuspendedDetail implements DomainEventDetail {
    PAUSED,
    MIGRATED,
    IOERROR,
    WATCHDOG,
    RESTORED,
    FROM_SNAPSHOT,
    API_ERROR,
    UNKNOWN
}
