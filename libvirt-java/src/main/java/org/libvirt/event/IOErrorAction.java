package org.libvirt.event;

/// What was done about a failed disk (`virDomainEventIOErrorAction`); UNKNOWN stands for what is
/// not known here.
public enum IOErrorAction {
    NONE,
    PAUSE,
    REPORT,
    UNKNOWN
}
