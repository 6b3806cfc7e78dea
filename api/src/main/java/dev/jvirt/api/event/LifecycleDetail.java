package dev.jvirt.api.event;

import java.util.Optional;

/// What exactly happened to a domain: the details of each [LifecycleType]
/// (`virDomainEvent...DetailType`).
public enum LifecycleDetail {
    /// `VIR_DOMAIN_EVENT_DEFINED_ADDED`, since 0.5.0.
    DEFINED_ADDED(LifecycleType.DEFINED, 0),
    /// `VIR_DOMAIN_EVENT_DEFINED_UPDATED`, since 0.5.0.
    DEFINED_UPDATED(LifecycleType.DEFINED, 1),
    /// `VIR_DOMAIN_EVENT_DEFINED_RENAMED`, since 1.2.19.
    DEFINED_RENAMED(LifecycleType.DEFINED, 2),
    /// `VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT`, since 1.3.3.
    DEFINED_FROM_SNAPSHOT(LifecycleType.DEFINED, 3),
    /// `VIR_DOMAIN_EVENT_UNDEFINED_REMOVED`, since 0.5.0.
    UNDEFINED_REMOVED(LifecycleType.UNDEFINED, 0),
    /// `VIR_DOMAIN_EVENT_UNDEFINED_RENAMED`, since 1.2.19.
    UNDEFINED_RENAMED(LifecycleType.UNDEFINED, 1),
    /// `VIR_DOMAIN_EVENT_STARTED_BOOTED`, since 0.5.0.
    STARTED_BOOTED(LifecycleType.STARTED, 0),
    /// `VIR_DOMAIN_EVENT_STARTED_MIGRATED`, since 0.5.0.
    STARTED_MIGRATED(LifecycleType.STARTED, 1),
    /// `VIR_DOMAIN_EVENT_STARTED_RESTORED`, since 0.5.0.
    STARTED_RESTORED(LifecycleType.STARTED, 2),
    /// `VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT`, since 0.8.0.
    STARTED_FROM_SNAPSHOT(LifecycleType.STARTED, 3),
    /// `VIR_DOMAIN_EVENT_STARTED_WAKEUP`, since 0.9.11.
    STARTED_WAKEUP(LifecycleType.STARTED, 4),
    /// `VIR_DOMAIN_EVENT_STARTED_RECREATED`, since 11.6.0.
    STARTED_RECREATED(LifecycleType.STARTED, 5),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_PAUSED`, since 0.5.0.
    SUSPENDED_PAUSED(LifecycleType.SUSPENDED, 0),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED`, since 0.5.0.
    SUSPENDED_MIGRATED(LifecycleType.SUSPENDED, 1),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_IOERROR`, since 0.8.0.
    SUSPENDED_IOERROR(LifecycleType.SUSPENDED, 2),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG`, since 0.8.0.
    SUSPENDED_WATCHDOG(LifecycleType.SUSPENDED, 3),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_RESTORED`, since 0.9.5.
    SUSPENDED_RESTORED(LifecycleType.SUSPENDED, 4),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT`, since 0.9.5.
    SUSPENDED_FROM_SNAPSHOT(LifecycleType.SUSPENDED, 5),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR`, since 1.0.1.
    SUSPENDED_API_ERROR(LifecycleType.SUSPENDED, 6),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY`, since 1.3.3.
    SUSPENDED_POSTCOPY(LifecycleType.SUSPENDED, 7),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED`, since 1.3.3.
    SUSPENDED_POSTCOPY_FAILED(LifecycleType.SUSPENDED, 8),
    /// `VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN`, since 11.10.0.
    SUSPENDED_GUEST_SHUTDOWN(LifecycleType.SUSPENDED, 9),
    /// `VIR_DOMAIN_EVENT_RESUMED_UNPAUSED`, since 0.5.0.
    RESUMED_UNPAUSED(LifecycleType.RESUMED, 0),
    /// `VIR_DOMAIN_EVENT_RESUMED_MIGRATED`, since 0.5.0.
    RESUMED_MIGRATED(LifecycleType.RESUMED, 1),
    /// `VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT`, since 0.9.5.
    RESUMED_FROM_SNAPSHOT(LifecycleType.RESUMED, 2),
    /// `VIR_DOMAIN_EVENT_RESUMED_POSTCOPY`, since 1.3.3.
    RESUMED_POSTCOPY(LifecycleType.RESUMED, 3),
    /// `VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED`, since 8.5.0.
    RESUMED_POSTCOPY_FAILED(LifecycleType.RESUMED, 4),
    /// `VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN`, since 0.5.0.
    STOPPED_SHUTDOWN(LifecycleType.STOPPED, 0),
    /// `VIR_DOMAIN_EVENT_STOPPED_DESTROYED`, since 0.5.0.
    STOPPED_DESTROYED(LifecycleType.STOPPED, 1),
    /// `VIR_DOMAIN_EVENT_STOPPED_CRASHED`, since 0.5.0.
    STOPPED_CRASHED(LifecycleType.STOPPED, 2),
    /// `VIR_DOMAIN_EVENT_STOPPED_MIGRATED`, since 0.5.0.
    STOPPED_MIGRATED(LifecycleType.STOPPED, 3),
    /// `VIR_DOMAIN_EVENT_STOPPED_SAVED`, since 0.5.0.
    STOPPED_SAVED(LifecycleType.STOPPED, 4),
    /// `VIR_DOMAIN_EVENT_STOPPED_FAILED`, since 0.5.0.
    STOPPED_FAILED(LifecycleType.STOPPED, 5),
    /// `VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT`, since 0.8.0.
    STOPPED_FROM_SNAPSHOT(LifecycleType.STOPPED, 6),
    /// `VIR_DOMAIN_EVENT_STOPPED_RECREATED`, since 11.6.0.
    STOPPED_RECREATED(LifecycleType.STOPPED, 7),
    /// `VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED`, since 0.9.8.
    SHUTDOWN_FINISHED(LifecycleType.SHUTDOWN, 0),
    /// `VIR_DOMAIN_EVENT_SHUTDOWN_GUEST`, since 3.4.0.
    SHUTDOWN_GUEST(LifecycleType.SHUTDOWN, 1),
    /// `VIR_DOMAIN_EVENT_SHUTDOWN_HOST`, since 3.4.0.
    SHUTDOWN_HOST(LifecycleType.SHUTDOWN, 2),
    /// `VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY`, since 0.10.2.
    PMSUSPENDED_MEMORY(LifecycleType.PMSUSPENDED, 0),
    /// `VIR_DOMAIN_EVENT_PMSUSPENDED_DISK`, since 1.0.0.
    PMSUSPENDED_DISK(LifecycleType.PMSUSPENDED, 1),
    /// `VIR_DOMAIN_EVENT_CRASHED_PANICKED`, since 1.1.1.
    CRASHED_PANICKED(LifecycleType.CRASHED, 0),
    /// `VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED`, since 6.1.0.
    CRASHED_CRASHLOADED(LifecycleType.CRASHED, 1);

    private final LifecycleType type;
    private final int code;

    LifecycleDetail(LifecycleType type, int code) {
        this.type = type;
        this.code = code;
    }

    /// The kind of event that this is a detail of.
    public LifecycleType type() {
        return type;
    }

    /// libvirt's number, unique within [#type()].
    public int code() {
        return code;
    }

    /// The detail with that number; empty for one that a newer peer knows.
    public static Optional<LifecycleDetail> of(LifecycleType type, int code) {
        for (LifecycleDetail detail : values()) {
            if (detail.type == type && detail.code == code) {
                return Optional.of(detail);
            }
        }
        return Optional.empty();
    }
}
