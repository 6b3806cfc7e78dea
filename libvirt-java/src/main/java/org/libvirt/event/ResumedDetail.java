package org.libvirt.event;

/// How or why a domain went on; UNKNOWN stands for what is not known here.
public enum ResumedDetail implements DomainEventDetail {
    UNPAUSED,
    MIGRATED,
    FROM_SNAPSHOT,
    UNKNOWN
}
