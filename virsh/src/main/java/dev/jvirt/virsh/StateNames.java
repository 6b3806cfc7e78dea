package dev.jvirt.virsh;

import dev.jvirt.api.domain.BlockedReason;
import dev.jvirt.api.domain.CrashedReason;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.NoStateReason;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.PmSuspendedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutdownReason;
import dev.jvirt.api.domain.ShutoffReason;

/// What virsh calls the states of domains.
public final class StateNames {
    private StateNames() {}

    public static String of(DomainState state) {
        return switch (state) {
            case NOSTATE -> "no state";
            case RUNNING -> "running";
            case BLOCKED -> "idle";
            case PAUSED -> "paused";
            case SHUTDOWN -> "in shutdown";
            case SHUTOFF -> "shut off";
            case CRASHED -> "crashed";
            case PMSUSPENDED -> "pmsuspended";
        };
    }

    public static String of(DomainStateReason reason) {
        return switch (reason) {
            case NoStateReason none -> "unknown";
            case BlockedReason blocked -> "unknown";
            case PmSuspendedReason suspended -> "unknown";
            case RunningReason running -> running(running);
            case PausedReason paused -> paused(paused);
            case ShutdownReason shutdown ->
                    switch (shutdown) {
                        case UNKNOWN -> "unknown";
                        case USER -> "user";
                    };
            case ShutoffReason shutoff -> shutoff(shutoff);
            case CrashedReason crashed ->
                    switch (crashed) {
                        case UNKNOWN -> "unknown";
                        case PANICKED -> "panicked";
                    };
        };
    }

    private static String running(RunningReason reason) {
        return switch (reason) {
            case UNKNOWN -> "unknown";
            case BOOTED -> "booted";
            case MIGRATED -> "migrated";
            case RESTORED -> "restored";
            case FROM_SNAPSHOT -> "from snapshot";
            case UNPAUSED -> "unpaused";
            case MIGRATION_CANCELED -> "migration canceled";
            case SAVE_CANCELED -> "save canceled";
            case WAKEUP -> "event wakeup";
            case CRASHED -> "crashed";
            case POSTCOPY -> "post-copy";
            case POSTCOPY_FAILED -> "post-copy failed";
        };
    }

    private static String paused(PausedReason reason) {
        return switch (reason) {
            case UNKNOWN -> "unknown";
            case USER -> "user";
            case MIGRATION -> "migrating";
            case SAVE -> "saving";
            case DUMP -> "dumping";
            case IOERROR -> "I/O error";
            case WATCHDOG -> "watchdog";
            case FROM_SNAPSHOT -> "from snapshot";
            case SHUTTING_DOWN -> "shutting down";
            case SNAPSHOT -> "creating snapshot";
            case CRASHED -> "crashed";
            case STARTING_UP -> "starting up";
            case POSTCOPY -> "post-copy";
            case POSTCOPY_FAILED -> "post-copy failed";
            case API_ERROR -> "API error";
        };
    }

    private static String shutoff(ShutoffReason reason) {
        return switch (reason) {
            case UNKNOWN -> "unknown";
            case SHUTDOWN -> "shutdown";
            case DESTROYED -> "destroyed";
            case CRASHED -> "crashed";
            case MIGRATED -> "migrated";
            case SAVED -> "saved";
            case FAILED -> "failed";
            case FROM_SNAPSHOT -> "from snapshot";
            case DAEMON -> "daemon";
        };
    }
}
