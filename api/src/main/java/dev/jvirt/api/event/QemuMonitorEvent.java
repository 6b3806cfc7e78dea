package dev.jvirt.api.event;

import dev.jvirt.api.domain.DomainId;
import java.util.Optional;

/// What the QEMU of a domain reported on its monitor
/// (`virConnectDomainQemuMonitorEventCallback`).
///
/// @param name QEMU's name of it, for example `POWERDOWN`
/// @param seconds when QEMU reported it, since the epoch
/// @param micros the microseconds beside the seconds
/// @param details a JSON object; empty if QEMU gave none
/// @since 1.2.3
public record QemuMonitorEvent(
        DomainId domain, String name, long seconds, int micros, Optional<String> details) {}
