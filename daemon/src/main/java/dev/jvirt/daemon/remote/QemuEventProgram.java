package dev.jvirt.daemon.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.event.QemuMonitorMessages;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.qemu.QemuEventCalls.ConnectDomainMonitorEventDeregister;
import dev.jvirt.protocol.qemu.QemuEventCalls.ConnectDomainMonitorEventRegister;
import dev.jvirt.protocol.qemu.QemuEventCallsHandler;

/// Subscriptions to what QEMU reports on its monitors.
record QemuEventProgram(RemoteSession session) implements QemuEventCallsHandler {
    @Override
    public ConnectDomainMonitorEventRegister.Reply connectDomainMonitorEventRegister(
            ConnectDomainMonitorEventRegister message) {
        var connection = session.connection();
        var domain = message.domain().map(named -> connection.domain(Identities.local(named)));
        var filter = new QemuMonitorFilter(message.event(), new Flags<>(message.flags()));
        ClientEvents events = session.events();
        int id =
                events.monitors()
                        .add(
                                0,
                                callback ->
                                        connection
                                                .events()
                                                .onQemuMonitor(
                                                        filter,
                                                        domain,
                                                        CallAccess.visible(
                                                                event ->
                                                                        QemuMonitorMessages.send(
                                                                                events.client(),
                                                                                callback,
                                                                                event),
                                                                QemuMonitorEvent::domain)));
        return new ConnectDomainMonitorEventRegister.Reply(id);
    }

    @Override
    public void connectDomainMonitorEventDeregister(ConnectDomainMonitorEventDeregister message) {
        session.connection();
        session.events().monitors().remove(message.callbackId());
    }
}
