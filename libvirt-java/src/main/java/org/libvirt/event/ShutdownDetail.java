package org.libvirt.event;

/// How or why a domain is shut down by its guest; UNKNOWN stands for what is not known here.
public enum ShutdownDetail implements DomainEventDetail {
    FINISHED,
    UNKNOWN
}
