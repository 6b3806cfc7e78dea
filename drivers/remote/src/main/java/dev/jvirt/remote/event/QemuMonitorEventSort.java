package dev.jvirt.remote.event;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.qemu.QemuEventCalls.ConnectDomainMonitorEventDeregister;
import dev.jvirt.protocol.qemu.QemuEventCalls.ConnectDomainMonitorEventRegister;
import dev.jvirt.protocol.qemu.QemuEventCallsClient;
import java.util.Optional;

/// Events of QEMU's monitors. The daemon compares their names.
record QemuMonitorEventSort(QemuEventCallsClient calls)
        implements EventSort<QemuMonitorFilter, DomainId, QemuMonitorEvent> {
    @Override
    public int register(QemuMonitorFilter filter, Optional<DomainId> domain) {
        return calls.connectDomainMonitorEventRegister(
                        new ConnectDomainMonitorEventRegister(
                                domain.map(Identities::remote),
                                filter.name(),
                                filter.flags().bits()))
                .callbackId();
    }

    @Override
    public void deregister(QemuMonitorFilter filter, int callbackId) {
        calls.connectDomainMonitorEventDeregister(
                new ConnectDomainMonitorEventDeregister(callbackId));
    }

    @Override
    public boolean isOf(QemuMonitorFilter filter, QemuMonitorEvent event) {
        return true;
    }

    @Override
    public DomainId object(QemuMonitorEvent event) {
        return event.domain();
    }

    @Override
    public Object key(DomainId domain) {
        return domain.uuid();
    }
}
