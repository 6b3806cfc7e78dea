package dev.jvirt.api.event;

import dev.jvirt.api.Flags;
import java.util.Optional;

/// Which events of QEMU's monitor are wanted.
///
/// @param name QEMU's name of the event, or a regular expression; all events if it is empty
/// @param flags how the name is compared
public record QemuMonitorFilter(Optional<String> name, Flags<QemuMonitorEventFlag> flags) {
    /// All events.
    public static QemuMonitorFilter all() {
        return new QemuMonitorFilter(Optional.empty(), Flags.none());
    }

    /// The events with exactly that name, for example `POWERDOWN`.
    public static QemuMonitorFilter named(String name) {
        return new QemuMonitorFilter(Optional.of(name), Flags.none());
    }
}
