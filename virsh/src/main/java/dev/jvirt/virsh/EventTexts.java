package dev.jvirt.virsh;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.BlockJobType;
import dev.jvirt.api.event.AgentReason;
import dev.jvirt.api.event.BlockJobStatus;
import dev.jvirt.api.event.DiskChangeReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.GraphicsAddressType;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.MemoryFailureFlag;
import dev.jvirt.api.event.TrayChangeReason;
import dev.jvirt.api.event.WatchdogAction;
import java.util.Locale;
import java.util.Optional;

/// What virsh prints of the events of domains.
final class EventTexts {
    private EventTexts() {}

    /// One event: a line, or several.
    static String of(DomainEvent event) {
        String about = " for domain '%s'".formatted(event.domain().name());
        return "event '" + EventNames.of(event.kind()) + "'" + about + rest(event);
    }

    private static String rest(DomainEvent event) {
        return switch (event) {
            case DomainEvent.Reboot _,
                    DomainEvent.ControlError _,
                    DomainEvent.PmWakeup _,
                    DomainEvent.PmSuspend _,
                    DomainEvent.PmSuspendDisk _ ->
                    "";
            case DomainEvent.Lifecycle e -> ": " + lifecycle(e);
            case DomainEvent.RtcChange e -> ": " + e.offset();
            case DomainEvent.Watchdog e -> ": " + word(e.action());
            case DomainEvent.IoError e ->
                    ": %s (%s) %s".formatted(e.path(), e.alias(), word(e.action()));
            case DomainEvent.IoErrorReason e ->
                    ": %s (%s) %s due to %s"
                            .formatted(e.path(), e.alias(), word(e.action()), e.reason());
            case DomainEvent.Graphics e -> ": " + graphics(e);
            case DomainEvent.BlockJob e -> blockJob(e.type(), e.path(), e.status());
            case DomainEvent.BlockJob2 e -> blockJob(e.type(), e.target(), e.status());
            case DomainEvent.DiskChange e -> diskChange(e);
            case DomainEvent.TrayChange e -> " disk %s: %s".formatted(e.alias(), word(e.reason()));
            case DomainEvent.BalloonChange e -> ": " + Long.toUnsignedString(e.actual()) + "KiB";
            case DomainEvent.DeviceAdded e -> ": " + e.alias();
            case DomainEvent.DeviceRemoved e -> ": " + e.alias();
            case DomainEvent.DeviceRemovalFailed e -> ": " + e.alias();
            case DomainEvent.Tunable e -> ":" + values(e.values());
            case DomainEvent.JobCompleted e -> ":" + values(e.statistics());
            case DomainEvent.AgentLifecycle e ->
                    ": state: '%s' reason: '%s'".formatted(word(e.state()), word(e.reason()));
            case DomainEvent.MigrationIteration e -> ": iteration: '%d'".formatted(e.iteration());
            case DomainEvent.MetadataChange e ->
                    ": type %s, uri %s".formatted(word(e.type()), orNull(e.namespace()));
            case DomainEvent.BlockThreshold e -> ": " + threshold(e);
            case DomainEvent.MemoryFailure e -> ":" + memoryFailure(e);
            case DomainEvent.MemoryDeviceSizeChange e ->
                    ":\nalias: %s\nsize: %s".formatted(e.alias(), Long.toUnsignedString(e.size()));
            case DomainEvent.NicMacChange e ->
                    ": %s: %s -> %s".formatted(e.alias(), e.oldMac(), e.newMac());
        };
    }

    private static String lifecycle(DomainEvent.Lifecycle event) {
        String detail =
                LifecycleDetail.of(event.type(), event.detail())
                        .map(EventNames::of)
                        .orElse("unknown");
        return EventNames.of(event.type()) + " " + detail;
    }

    private static String graphics(DomainEvent.Graphics event) {
        var text =
                new StringBuilder(
                        "%s local[%s] remote[%s] %s"
                                .formatted(
                                        word(event.phase()),
                                        address(event.local()),
                                        address(event.remote()),
                                        event.authScheme()));
        for (DomainEvent.Graphics.Identity one : event.subject()) {
            text.append("\n\t").append(one.type()).append('=').append(one.name());
        }
        return text.toString();
    }

    private static String address(DomainEvent.Graphics.Address address) {
        return word(address.type()) + " " + address.node() + " " + address.service();
    }

    private static String blockJob(BlockJobType type, String disk, BlockJobStatus status) {
        return ": %s for %s %s".formatted(job(type), disk, word(status));
    }

    private static String job(BlockJobType type) {
        return switch (type) {
            case UNKNOWN -> "Unknown job";
            case PULL -> "Block Pull";
            case COPY -> "Block Copy";
            case COMMIT -> "Block Commit";
            case ACTIVE_COMMIT -> "Active Block Commit";
            case BACKUP -> "Backup";
        };
    }

    private static String diskChange(DomainEvent.DiskChange event) {
        return " disk %s: %s -> %s: %s"
                .formatted(
                        event.alias(),
                        orNull(event.oldPath()),
                        orNull(event.newPath()),
                        word(event.reason()));
    }

    private static String threshold(DomainEvent.BlockThreshold event) {
        return "dev: %s(%s) %s %s"
                .formatted(
                        event.device(),
                        orNull(event.path()),
                        Long.toUnsignedString(event.threshold()),
                        Long.toUnsignedString(event.excess()));
    }

    private static String memoryFailure(DomainEvent.MemoryFailure event) {
        return "\nrecipient: %s\naction: %s\nflags:\n\taction required: %d\n\trecursive: %d"
                .formatted(
                        word(event.recipient()),
                        word(event.action()),
                        event.flags().has(MemoryFailureFlag.ACTION_REQUIRED) ? 1 : 0,
                        event.flags().has(MemoryFailureFlag.RECURSIVE) ? 1 : 0);
    }

    private static String values(TypedParameters values) {
        var text = new StringBuilder();
        for (TypedParameter value : values.parameters()) {
            text.append("\n\t").append(value.name()).append(": ").append(value.value().text());
        }
        return text.toString();
    }

    private static String orNull(Optional<String> text) {
        return text.orElse("<null>");
    }

    /// What virsh calls it, which mostly is what libvirt does.
    private static String word(Object value) {
        return switch (value) {
            case WatchdogAction.INJECTNMI -> "inject-nmi";
            case GraphicsAddressType.IPV4 -> "IPv4";
            case GraphicsAddressType.IPV6 -> "IPv6";
            case DiskChangeReason.CHANGE_MISSING_ON_START -> "changed";
            case DiskChangeReason.DROP_MISSING_ON_START -> "dropped";
            case TrayChangeReason.OPEN -> "opened";
            case TrayChangeReason.CLOSE -> "closed";
            case AgentReason.DOMAIN_STARTED -> "domain started";
            case AgentReason.CHANNEL -> "channel event";
            default -> value.toString().toLowerCase(Locale.ROOT);
        };
    }
}
