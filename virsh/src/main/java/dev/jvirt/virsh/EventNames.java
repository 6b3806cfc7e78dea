package dev.jvirt.virsh;

import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.LifecycleType;

/// What virsh calls the events of domains.
final class EventNames {
    private EventNames() {}

    /// The name of a kind of event; empty if virsh does not know it.
    static String of(DomainEventId kind) {
        return switch (kind) {
            case LIFECYCLE -> "lifecycle";
            case REBOOT -> "reboot";
            case RTC_CHANGE -> "rtc-change";
            case WATCHDOG -> "watchdog";
            case IO_ERROR -> "io-error";
            case GRAPHICS -> "graphics";
            case IO_ERROR_REASON -> "io-error-reason";
            case CONTROL_ERROR -> "control-error";
            case BLOCK_JOB -> "block-job";
            case DISK_CHANGE -> "disk-change";
            case TRAY_CHANGE -> "tray-change";
            case PMWAKEUP -> "pm-wakeup";
            case PMSUSPEND -> "pm-suspend";
            case BALLOON_CHANGE -> "balloon-change";
            case PMSUSPEND_DISK -> "pm-suspend-disk";
            case DEVICE_REMOVED -> "device-removed";
            case BLOCK_JOB_2 -> "block-job-2";
            case TUNABLE -> "tunable";
            case AGENT_LIFECYCLE -> "agent-lifecycle";
            case DEVICE_ADDED -> "device-added";
            case MIGRATION_ITERATION -> "migration-iteration";
            case JOB_COMPLETED -> "job-completed";
            case DEVICE_REMOVAL_FAILED -> "device-removal-failed";
            case METADATA_CHANGE -> "metadata-change";
            case BLOCK_THRESHOLD -> "block-threshold";
            case MEMORY_FAILURE -> "memory-failure";
            case MEMORY_DEVICE_SIZE_CHANGE -> "memory-device-size-change";
            case NIC_MAC_CHANGE -> "";
        };
    }

    static String of(LifecycleType type) {
        return switch (type) {
            case DEFINED -> "Defined";
            case UNDEFINED -> "Undefined";
            case STARTED -> "Started";
            case SUSPENDED -> "Suspended";
            case RESUMED -> "Resumed";
            case STOPPED -> "Stopped";
            case SHUTDOWN -> "Shutdown";
            case PMSUSPENDED -> "PMSuspended";
            case CRASHED -> "Crashed";
        };
    }

    static String of(LifecycleDetail detail) {
        return switch (detail) {
            case DEFINED_ADDED -> "Added";
            case DEFINED_UPDATED -> "Updated";
            case DEFINED_RENAMED, UNDEFINED_RENAMED -> "Renamed";
            case DEFINED_FROM_SNAPSHOT,
                    STARTED_FROM_SNAPSHOT,
                    SUSPENDED_FROM_SNAPSHOT,
                    RESUMED_FROM_SNAPSHOT,
                    STOPPED_FROM_SNAPSHOT ->
                    "Snapshot";
            case UNDEFINED_REMOVED -> "Removed";
            case STARTED_BOOTED -> "Booted";
            case STARTED_MIGRATED, SUSPENDED_MIGRATED, RESUMED_MIGRATED, STOPPED_MIGRATED ->
                    "Migrated";
            case STARTED_RESTORED, SUSPENDED_RESTORED -> "Restored";
            case STARTED_WAKEUP -> "Event wakeup";
            case STARTED_RECREATED, STOPPED_RECREATED -> "Recreated";
            case SUSPENDED_PAUSED -> "Paused";
            case SUSPENDED_IOERROR -> "I/O Error";
            case SUSPENDED_WATCHDOG -> "Watchdog";
            case SUSPENDED_API_ERROR -> "API error";
            case SUSPENDED_POSTCOPY, RESUMED_POSTCOPY -> "Post-copy";
            case SUSPENDED_POSTCOPY_FAILED, RESUMED_POSTCOPY_FAILED -> "Post-copy Error";
            case SUSPENDED_GUEST_SHUTDOWN -> "Guest shutdown";
            case RESUMED_UNPAUSED -> "Unpaused";
            case STOPPED_SHUTDOWN -> "Shutdown";
            case STOPPED_DESTROYED -> "Destroyed";
            case STOPPED_CRASHED -> "Crashed";
            case STOPPED_SAVED -> "Saved";
            case STOPPED_FAILED -> "Failed";
            case SHUTDOWN_FINISHED -> "Finished";
            case SHUTDOWN_GUEST -> "Finished after guest request";
            case SHUTDOWN_HOST -> "Finished after host request";
            case PMSUSPENDED_MEMORY -> "Memory";
            case PMSUSPENDED_DISK -> "Disk";
            case CRASHED_PANICKED -> "Panicked";
            case CRASHED_CRASHLOADED -> "Crashloaded";
        };
    }
}
