package org.libvirt.event;

/// How or why a domain crashed; UNKNOWN stands for what is not known here.
public enum CrashedDetail implements DomainEventDetail {
    PANICKED,
    UNKNOWN
}
