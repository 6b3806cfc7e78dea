package dev.jvirt.bridge.event;

import static dev.jvirt.bridge.event.EventSink.NO_CALLBACK;

import dev.jvirt.api.event.DiskChangeReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.GraphicsAddressType;
import dev.jvirt.api.event.GraphicsPhase;
import dev.jvirt.api.event.IoErrorAction;
import dev.jvirt.api.event.TrayChangeReason;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventBlockThreshold;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackDeviceAdded;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackDeviceRemovalFailed;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackDeviceRemoved;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackDiskChange;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackGraphics;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackIoError;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackIoErrorReason;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventCallbackTrayChange;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventDeviceRemoved;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventDiskChange;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventGraphics;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventIoError;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventIoErrorReason;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventMemoryDeviceSizeChange;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventNicMacChange;
import dev.jvirt.protocol.domain.DomainDeviceEvents.DomainEventTrayChange;
import dev.jvirt.protocol.domain.DomainDeviceEvents.GraphicsAddress;
import dev.jvirt.protocol.domain.DomainDeviceEvents.GraphicsIdentity;
import dev.jvirt.protocol.domain.DomainDeviceEventsHandler;
import java.util.List;

/// Reads what happens to the devices of domains.
record DeviceEventReader(EventSink<DomainEvent> sink) implements DomainDeviceEventsHandler {
    @Override
    public void domainEventIoError(DomainEventIoError m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackIoError(DomainEventCallbackIoError m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventIoError m) {
        return new DomainEvent.IoError(
                Identities.local(m.domain()),
                m.srcPath(),
                m.devAlias(),
                IoErrorAction.of(m.action()));
    }

    @Override
    public void domainEventIoErrorReason(DomainEventIoErrorReason m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackIoErrorReason(DomainEventCallbackIoErrorReason m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventIoErrorReason m) {
        return new DomainEvent.IoErrorReason(
                Identities.local(m.domain()),
                m.srcPath(),
                m.devAlias(),
                IoErrorAction.of(m.action()),
                m.reason());
    }

    @Override
    public void domainEventGraphics(DomainEventGraphics m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackGraphics(DomainEventCallbackGraphics m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventGraphics m) {
        return new DomainEvent.Graphics(
                Identities.local(m.domain()),
                GraphicsPhase.of(m.phase()),
                address(m.local()),
                address(m.remote()),
                m.authScheme(),
                identities(m.subject()));
    }

    @Override
    public void domainEventDiskChange(DomainEventDiskChange m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackDiskChange(DomainEventCallbackDiskChange m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventDiskChange m) {
        return new DomainEvent.DiskChange(
                Identities.local(m.domain()),
                m.oldSrcPath(),
                m.newSrcPath(),
                m.devAlias(),
                DiskChangeReason.of(m.reason()));
    }

    @Override
    public void domainEventTrayChange(DomainEventTrayChange m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackTrayChange(DomainEventCallbackTrayChange m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventTrayChange m) {
        return new DomainEvent.TrayChange(
                Identities.local(m.domain()), m.devAlias(), TrayChangeReason.of(m.reason()));
    }

    @Override
    public void domainEventDeviceRemoved(DomainEventDeviceRemoved m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackDeviceRemoved(DomainEventCallbackDeviceRemoved m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventDeviceRemoved m) {
        return new DomainEvent.DeviceRemoved(Identities.local(m.domain()), m.devAlias());
    }

    @Override
    public void domainEventCallbackDeviceAdded(DomainEventCallbackDeviceAdded m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.DeviceAdded(Identities.local(m.domain()), m.devAlias()));
    }

    @Override
    public void domainEventCallbackDeviceRemovalFailed(DomainEventCallbackDeviceRemovalFailed m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.DeviceRemovalFailed(Identities.local(m.domain()), m.devAlias()));
    }

    @Override
    public void domainEventBlockThreshold(DomainEventBlockThreshold m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.BlockThreshold(
                        Identities.local(m.domain()),
                        m.dev(),
                        m.path(),
                        m.threshold(),
                        m.excess()));
    }

    @Override
    public void domainEventMemoryDeviceSizeChange(DomainEventMemoryDeviceSizeChange m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.MemoryDeviceSizeChange(
                        Identities.local(m.domain()), m.alias(), m.size()));
    }

    @Override
    public void domainEventNicMacChange(DomainEventNicMacChange m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.NicMacChange(
                        Identities.local(m.domain()), m.alias(), m.oldMac(), m.newMac()));
    }

    private static DomainEvent.Graphics.Address address(GraphicsAddress address) {
        return new DomainEvent.Graphics.Address(
                GraphicsAddressType.of(address.family()), address.node(), address.service());
    }

    private static List<DomainEvent.Graphics.Identity> identities(List<GraphicsIdentity> subject) {
        return subject.stream()
                .map(one -> new DomainEvent.Graphics.Identity(one.type(), one.name()))
                .toList();
    }
}
