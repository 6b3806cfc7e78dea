/// The QEMU monitor: one JSON conversation (QMP) with one QEMU process.
///
/// Read [Monitor] first: it sends commands and waits for their answers, each with a deadline.
/// [MonitorCommand] is what we ask, [MonitorCommands] what the driver asks in its own words,
/// [MonitorEvent] what QEMU says unasked. [MonitorLoop] is the one thread that reads what every
/// QEMU of the daemon has to say, so that hundreds of guests cost one thread and a frozen one costs
/// nothing. The caller holds the domain's job; nothing here knows a document.
@NullMarked
package dev.jvirt.qemu.monitor;

import org.jspecify.annotations.NullMarked;
