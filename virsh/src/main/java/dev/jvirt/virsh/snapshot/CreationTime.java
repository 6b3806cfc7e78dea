package dev.jvirt.virsh.snapshot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// When something was taken, as tables show it.
final class CreationTime {
    private CreationTime() {}

    /// @param seconds since 1970
    static String text(long seconds) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx")
                .withZone(ZoneId.systemDefault())
                .format(Instant.ofEpochSecond(seconds));
    }
}
