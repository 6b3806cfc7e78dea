package org.libvirt.event;

/// How or why a domain was undefined; UNKNOWN stands for what is not known here.
public enum UndefinedDetail implements DomainEventDetail {
    REMOVED,
    UNKNOWN
}
