package dev.jvirt.bridge.event;

import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.qemu.QemuEvents.DomainMonitorEvent;
import dev.jvirt.protocol.qemu.QemuEventsDispatch;
import dev.jvirt.protocol.qemu.QemuEventsHandler;
import dev.jvirt.protocol.qemu.QemuEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrReader;

/// What QEMU reports on its monitors.
///
/// @param sink of what is read
public record QemuMonitorMessages(EventSink<QemuMonitorEvent> sink) implements QemuEventsHandler {
    /// Reads an event.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return QemuEventsDispatch.dispatch(this, procedure, payload);
    }

    /// Sends an event.
    public static void send(ServerConnection client, int callbackId, QemuMonitorEvent event) {
        QemuEventsSender.domainMonitorEvent(
                client,
                new DomainMonitorEvent(
                        callbackId,
                        Identities.remote(event.domain()),
                        event.name(),
                        event.seconds(),
                        event.micros(),
                        event.details()));
    }

    @Override
    public void domainMonitorEvent(DomainMonitorEvent message) {
        sink.happened(
                message.callbackId(),
                new QemuMonitorEvent(
                        Identities.local(message.domain()),
                        message.event(),
                        message.seconds(),
                        message.micros(),
                        message.details()));
    }
}
