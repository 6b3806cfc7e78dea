package org.libvirt.event;

/// How or why a domain was suspended by its guest; UNKNOWN stands for what is not known here.
public enum PMSuspendedDetail implements DomainEventDetail {
    MEMORY,
    DISK,
    UNKNOWN
}
