package dev.jvirt.qemu.monitor;

import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.qemu.json.JsonObject;

/// What a machine is doing (`query-status`).
///
/// @param running whether its virtual CPUs run
/// @param reason why they do not, if they do not
public record VmStatus(boolean running, PausedReason reason) {
    /// Reads QEMU's answer.
    public static VmStatus read(JsonObject answer) {
        return new VmStatus(answer.isTrue("running"), reason(answer.string("status").orElse("")));
    }

    private static PausedReason reason(String status) {
        return switch (status) {
            case "inmigrate", "postmigrate", "finish-migrate" -> PausedReason.MIGRATION;
            case "io-error" -> PausedReason.IOERROR;
            case "paused", "prelaunch" -> PausedReason.USER;
            case "save-vm" -> PausedReason.SAVE;
            case "shutdown" -> PausedReason.SHUTTING_DOWN;
            case "watchdog" -> PausedReason.WATCHDOG;
            case "guest-panicked" -> PausedReason.CRASHED;
            default -> PausedReason.UNKNOWN;
        };
    }
}
