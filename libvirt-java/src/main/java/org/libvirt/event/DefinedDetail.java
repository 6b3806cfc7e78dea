package org.libvirt.event;

/// How or why a domain was defined; UNKNOWN stands for what is not known here.
public enum DefinedDetail implements DomainEventDetail {
    ADDED,
    UPDATED,
    UNKNOWN
}
