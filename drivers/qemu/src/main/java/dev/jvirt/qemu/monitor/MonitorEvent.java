package dev.jvirt.qemu.monitor;

import dev.jvirt.qemu.json.JsonObject;

/// What QEMU says unasked.
///
/// @param name QEMU's name of the event, for example `SHUTDOWN`
/// @param data its details; empty if it has none
/// @param seconds when QEMU said it, since the epoch
/// @param microseconds the rest of the time
public record MonitorEvent(String name, JsonObject data, long seconds, long microseconds) {}
