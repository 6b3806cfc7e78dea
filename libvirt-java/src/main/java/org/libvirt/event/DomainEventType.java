package org.libvirt.event;

import org.jspecify.annotations.Nullable;

/// What happened to a domain (`virDomainEventType`); UNKNOWN stands for what is not known here.
public enum DomainEventType {
    DEFINED(DefinedDetail.values()),
    UNDEFINED(UndefinedDetail.values()),
    STARTED(StartedDetail.values()),
    SUSPENDED(SuspendedDetail.values()),
    RESUMED(ResumedDetail.values()),
    STOPPED(StoppedDetail.values()),
    SHUTDOWN(ShutdownDetail.values()),
    PMSUSPENDED(PMSuspendedDetail.values()),
    CRASHED(CrashedDetail.values()),
    UNKNOWN();

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final DomainEventDetail[] details;

    DomainEventType(DomainEventDetail... details) {
        this.details = details;
    }

    /// The detail with libvirt's number `code`: the last one, UNKNOWN, if it is not known here, and
    /// nothing for a type that is not known itself.
    @Nullable DomainEventDetail detail(int code) {
        if (details.length == 0) {
            return null;
        }
        return code >= 0 && code < details.length ? details[code] : details[details.length - 1];
    }
}
