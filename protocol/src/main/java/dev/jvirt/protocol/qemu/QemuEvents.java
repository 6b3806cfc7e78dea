package dev.jvirt.protocol.qemu;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import java.util.Optional;

/// What QEMU reports on its monitor.
@Wire(Program.QEMU)
public interface QemuEvents {
    /// QEMU reported an event on its monitor.
    @Event(number = 6)
    record DomainMonitorEvent(
            int callbackId,
            RemoteDomain domain,
            String event,
            long seconds,
            int micros,
            Optional<String> details) {}
}
