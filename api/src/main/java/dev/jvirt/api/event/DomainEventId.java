package dev.jvirt.api.event;

import java.util.Optional;

/// The kinds of events a domain reports (`virDomainEventID`).
public enum DomainEventId {
    /// `VIR_DOMAIN_EVENT_ID_LIFECYCLE` (0), since 0.8.0.
    LIFECYCLE(0, DomainEvent.Lifecycle.class),
    /// `VIR_DOMAIN_EVENT_ID_REBOOT` (1), since 0.8.0.
    REBOOT(1, DomainEvent.Reboot.class),
    /// `VIR_DOMAIN_EVENT_ID_RTC_CHANGE` (2), since 0.8.0.
    RTC_CHANGE(2, DomainEvent.RtcChange.class),
    /// `VIR_DOMAIN_EVENT_ID_WATCHDOG` (3), since 0.8.0.
    WATCHDOG(3, DomainEvent.Watchdog.class),
    /// `VIR_DOMAIN_EVENT_ID_IO_ERROR` (4), since 0.8.0.
    IO_ERROR(4, DomainEvent.IoError.class),
    /// `VIR_DOMAIN_EVENT_ID_GRAPHICS` (5), since 0.8.0.
    GRAPHICS(5, DomainEvent.Graphics.class),
    /// `VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON` (6), since 0.8.1.
    IO_ERROR_REASON(6, DomainEvent.IoErrorReason.class),
    /// `VIR_DOMAIN_EVENT_ID_CONTROL_ERROR` (7), since 0.9.2.
    CONTROL_ERROR(7, DomainEvent.ControlError.class),
    /// `VIR_DOMAIN_EVENT_ID_BLOCK_JOB` (8), since 0.9.4.
    BLOCK_JOB(8, DomainEvent.BlockJob.class),
    /// `VIR_DOMAIN_EVENT_ID_DISK_CHANGE` (9), since 0.9.7.
    DISK_CHANGE(9, DomainEvent.DiskChange.class),
    /// `VIR_DOMAIN_EVENT_ID_TRAY_CHANGE` (10), since 0.9.11.
    TRAY_CHANGE(10, DomainEvent.TrayChange.class),
    /// `VIR_DOMAIN_EVENT_ID_PMWAKEUP` (11), since 0.9.11.
    PMWAKEUP(11, DomainEvent.PmWakeup.class),
    /// `VIR_DOMAIN_EVENT_ID_PMSUSPEND` (12), since 0.9.11.
    PMSUSPEND(12, DomainEvent.PmSuspend.class),
    /// `VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE` (13), since 0.10.0.
    BALLOON_CHANGE(13, DomainEvent.BalloonChange.class),
    /// `VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK` (14), since 1.0.0.
    PMSUSPEND_DISK(14, DomainEvent.PmSuspendDisk.class),
    /// `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED` (15), since 1.1.1.
    DEVICE_REMOVED(15, DomainEvent.DeviceRemoved.class),
    /// `VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2` (16), since 1.2.6.
    BLOCK_JOB_2(16, DomainEvent.BlockJob2.class),
    /// `VIR_DOMAIN_EVENT_ID_TUNABLE` (17), since 1.2.9.
    TUNABLE(17, DomainEvent.Tunable.class),
    /// `VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE` (18), since 1.2.11.
    AGENT_LIFECYCLE(18, DomainEvent.AgentLifecycle.class),
    /// `VIR_DOMAIN_EVENT_ID_DEVICE_ADDED` (19), since 1.2.15.
    DEVICE_ADDED(19, DomainEvent.DeviceAdded.class),
    /// `VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION` (20), since 1.3.2.
    MIGRATION_ITERATION(20, DomainEvent.MigrationIteration.class),
    /// `VIR_DOMAIN_EVENT_ID_JOB_COMPLETED` (21), since 1.3.3.
    JOB_COMPLETED(21, DomainEvent.JobCompleted.class),
    /// `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED` (22), since 1.3.4.
    DEVICE_REMOVAL_FAILED(22, DomainEvent.DeviceRemovalFailed.class),
    /// `VIR_DOMAIN_EVENT_ID_METADATA_CHANGE` (23), since 3.0.0.
    METADATA_CHANGE(23, DomainEvent.MetadataChange.class),
    /// `VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD` (24), since 3.2.0.
    BLOCK_THRESHOLD(24, DomainEvent.BlockThreshold.class),
    /// `VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE` (25), since 6.9.0.
    MEMORY_FAILURE(25, DomainEvent.MemoryFailure.class),
    /// `VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE` (26), since 7.9.0.
    MEMORY_DEVICE_SIZE_CHANGE(26, DomainEvent.MemoryDeviceSizeChange.class),
    /// `VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE` (27), since 11.2.0.
    NIC_MAC_CHANGE(27, DomainEvent.NicMacChange.class);

    private final int code;
    private final Class<? extends DomainEvent> type;

    DomainEventId(int code, Class<? extends DomainEvent> type) {
        this.code = code;
        this.type = type;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// What tells of such an event.
    public Class<? extends DomainEvent> type() {
        return type;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<DomainEventId> of(int code) {
        for (DomainEventId value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The constant of the events of that type.
    ///
    /// @throws IllegalArgumentException if it is no single kind of event
    public static DomainEventId of(Class<? extends DomainEvent> type) {
        for (DomainEventId value : values()) {
            if (value.type == type) {
                return value;
            }
        }
        throw new IllegalArgumentException(type + " is no single kind of event");
    }
}
