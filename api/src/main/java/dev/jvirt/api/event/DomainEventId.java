package dev.jvirt.api.event;

/// The kinds of events a domain reports (`virDomainEventID`).
public enum DomainEventId {
    /// `VIR_DOMAIN_EVENT_ID_LIFECYCLE` (0), since 0.8.0.
    LIFECYCLE(0),
    /// `VIR_DOMAIN_EVENT_ID_REBOOT` (1), since 0.8.0.
    REBOOT(1),
    /// `VIR_DOMAIN_EVENT_ID_RTC_CHANGE` (2), since 0.8.0.
    RTC_CHANGE(2),
    /// `VIR_DOMAIN_EVENT_ID_WATCHDOG` (3), since 0.8.0.
    WATCHDOG(3),
    /// `VIR_DOMAIN_EVENT_ID_IO_ERROR` (4), since 0.8.0.
    IO_ERROR(4),
    /// `VIR_DOMAIN_EVENT_ID_GRAPHICS` (5), since 0.8.0.
    GRAPHICS(5),
    /// `VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON` (6), since 0.8.1.
    IO_ERROR_REASON(6),
    /// `VIR_DOMAIN_EVENT_ID_CONTROL_ERROR` (7), since 0.9.2.
    CONTROL_ERROR(7),
    /// `VIR_DOMAIN_EVENT_ID_BLOCK_JOB` (8), since 0.9.4.
    BLOCK_JOB(8),
    /// `VIR_DOMAIN_EVENT_ID_DISK_CHANGE` (9), since 0.9.7.
    DISK_CHANGE(9),
    /// `VIR_DOMAIN_EVENT_ID_TRAY_CHANGE` (10), since 0.9.11.
    TRAY_CHANGE(10),
    /// `VIR_DOMAIN_EVENT_ID_PMWAKEUP` (11), since 0.9.11.
    PMWAKEUP(11),
    /// `VIR_DOMAIN_EVENT_ID_PMSUSPEND` (12), since 0.9.11.
    PMSUSPEND(12),
    /// `VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE` (13), since 0.10.0.
    BALLOON_CHANGE(13),
    /// `VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK` (14), since 1.0.0.
    PMSUSPEND_DISK(14),
    /// `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED` (15), since 1.1.1.
    DEVICE_REMOVED(15),
    /// `VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2` (16), since 1.2.6.
    BLOCK_JOB_2(16),
    /// `VIR_DOMAIN_EVENT_ID_TUNABLE` (17), since 1.2.9.
    TUNABLE(17),
    /// `VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE` (18), since 1.2.11.
    AGENT_LIFECYCLE(18),
    /// `VIR_DOMAIN_EVENT_ID_DEVICE_ADDED` (19), since 1.2.15.
    DEVICE_ADDED(19),
    /// `VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION` (20), since 1.3.2.
    MIGRATION_ITERATION(20),
    /// `VIR_DOMAIN_EVENT_ID_JOB_COMPLETED` (21), since 1.3.3.
    JOB_COMPLETED(21),
    /// `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED` (22), since 1.3.4.
    DEVICE_REMOVAL_FAILED(22),
    /// `VIR_DOMAIN_EVENT_ID_METADATA_CHANGE` (23), since 3.0.0.
    METADATA_CHANGE(23),
    /// `VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD` (24), since 3.2.0.
    BLOCK_THRESHOLD(24),
    /// `VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE` (25), since 6.9.0.
    MEMORY_FAILURE(25),
    /// `VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE` (26), since 7.9.0.
    MEMORY_DEVICE_SIZE_CHANGE(26),
    /// `VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE` (27), since 11.2.0.
    NIC_MAC_CHANGE(27);

    private final int code;

    DomainEventId(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#LIFECYCLE] if a newer peer sends one that is
    /// not known here.
    public static DomainEventId of(int code) {
        for (DomainEventId value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return LIFECYCLE;
    }
}
