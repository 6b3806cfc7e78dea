package dev.jvirt.bridge.event;

import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
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
import dev.jvirt.protocol.domain.DomainDeviceEventsSender;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventBalloonChange;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventBlockJob;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventBlockJob2;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackAgentLifecycle;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackBalloonChange;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackBlockJob;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackControlError;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackJobCompleted;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackMetadataChange;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackMigrationIteration;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackPmsuspend;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackPmsuspendDisk;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackPmwakeup;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackRtcChange;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackTunable;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventCallbackWatchdog;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventControlError;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventMemoryFailure;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventPmsuspend;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventPmsuspendDisk;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventPmwakeup;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventRtcChange;
import dev.jvirt.protocol.domain.DomainGuestEvents.DomainEventWatchdog;
import dev.jvirt.protocol.domain.DomainGuestEventsSender;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackReboot;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventReboot;
import dev.jvirt.protocol.remote.DomainEventsSender;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.rpc.server.EventTarget;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/// Sends the events of domains.
///
/// @param callback id of the client's subscription; empty for the older style
record DomainEventWriter(EventTarget target, OptionalInt callback) {
    void write(DomainEvent event) {
        RemoteDomain domain = Identities.remote(event.domain());
        switch (event) {
            case DomainEvent.Lifecycle e -> write(domain, e);
            case DomainEvent.Reboot _ -> writeReboot(domain);
            case DomainEvent.RtcChange e -> write(domain, e);
            case DomainEvent.Watchdog e -> write(domain, e);
            case DomainEvent.IoError e -> write(domain, e);
            case DomainEvent.Graphics e -> write(domain, e);
            case DomainEvent.IoErrorReason e -> write(domain, e);
            case DomainEvent.ControlError _ -> writeControlError(domain);
            case DomainEvent.BlockJob e -> write(domain, e);
            case DomainEvent.DiskChange e -> write(domain, e);
            case DomainEvent.TrayChange e -> write(domain, e);
            case DomainEvent.PmWakeup e -> write(domain, e);
            case DomainEvent.PmSuspend e -> write(domain, e);
            case DomainEvent.BalloonChange e -> write(domain, e);
            case DomainEvent.PmSuspendDisk e -> write(domain, e);
            case DomainEvent.DeviceRemoved e -> write(domain, e);
            case DomainEvent.BlockJob2 e -> write(domain, e);
            case DomainEvent.Tunable e -> write(domain, e);
            case DomainEvent.AgentLifecycle e -> write(domain, e);
            case DomainEvent.DeviceAdded e -> write(domain, e);
            case DomainEvent.MigrationIteration e -> write(domain, e);
            case DomainEvent.JobCompleted e -> write(domain, e);
            case DomainEvent.DeviceRemovalFailed e -> write(domain, e);
            case DomainEvent.MetadataChange e -> write(domain, e);
            case DomainEvent.BlockThreshold e -> write(domain, e);
            case DomainEvent.MemoryFailure e -> write(domain, e);
            case DomainEvent.MemoryDeviceSizeChange e -> write(domain, e);
            case DomainEvent.NicMacChange e -> write(domain, e);
        }
    }

    private void write(RemoteDomain domain, DomainEvent.Lifecycle e) {
        send(
                new DomainEventLifecycle(domain, e.type().code(), e.detail()),
                DomainEventsSender::domainEventLifecycle,
                DomainEventCallbackLifecycle::new,
                DomainEventsSender::domainEventCallbackLifecycle);
    }

    private void writeReboot(RemoteDomain domain) {
        send(
                new DomainEventReboot(domain),
                DomainEventsSender::domainEventReboot,
                DomainEventCallbackReboot::new,
                DomainEventsSender::domainEventCallbackReboot);
    }

    private void write(RemoteDomain domain, DomainEvent.RtcChange e) {
        send(
                new DomainEventRtcChange(domain, e.offset()),
                DomainGuestEventsSender::domainEventRtcChange,
                DomainEventCallbackRtcChange::new,
                DomainGuestEventsSender::domainEventCallbackRtcChange);
    }

    private void write(RemoteDomain domain, DomainEvent.Watchdog e) {
        send(
                new DomainEventWatchdog(domain, e.action().code()),
                DomainGuestEventsSender::domainEventWatchdog,
                DomainEventCallbackWatchdog::new,
                DomainGuestEventsSender::domainEventCallbackWatchdog);
    }

    private void write(RemoteDomain domain, DomainEvent.IoError e) {
        send(
                new DomainEventIoError(domain, e.path(), e.alias(), e.action().code()),
                DomainDeviceEventsSender::domainEventIoError,
                DomainEventCallbackIoError::new,
                DomainDeviceEventsSender::domainEventCallbackIoError);
    }

    private void write(RemoteDomain domain, DomainEvent.Graphics e) {
        send(
                new DomainEventGraphics(
                        domain,
                        e.phase().code(),
                        address(e.local()),
                        address(e.remote()),
                        e.authScheme(),
                        identities(e.subject())),
                DomainDeviceEventsSender::domainEventGraphics,
                DomainEventCallbackGraphics::new,
                DomainDeviceEventsSender::domainEventCallbackGraphics);
    }

    private void write(RemoteDomain domain, DomainEvent.IoErrorReason e) {
        send(
                new DomainEventIoErrorReason(
                        domain, e.path(), e.alias(), e.action().code(), e.reason()),
                DomainDeviceEventsSender::domainEventIoErrorReason,
                DomainEventCallbackIoErrorReason::new,
                DomainDeviceEventsSender::domainEventCallbackIoErrorReason);
    }

    private void writeControlError(RemoteDomain domain) {
        send(
                new DomainEventControlError(domain),
                DomainGuestEventsSender::domainEventControlError,
                DomainEventCallbackControlError::new,
                DomainGuestEventsSender::domainEventCallbackControlError);
    }

    private void write(RemoteDomain domain, DomainEvent.BlockJob e) {
        send(
                new DomainEventBlockJob(domain, e.path(), e.type().code(), e.status().code()),
                DomainGuestEventsSender::domainEventBlockJob,
                DomainEventCallbackBlockJob::new,
                DomainGuestEventsSender::domainEventCallbackBlockJob);
    }

    private void write(RemoteDomain domain, DomainEvent.DiskChange e) {
        send(
                new DomainEventDiskChange(
                        domain, e.oldPath(), e.newPath(), e.alias(), e.reason().code()),
                DomainDeviceEventsSender::domainEventDiskChange,
                DomainEventCallbackDiskChange::new,
                DomainDeviceEventsSender::domainEventCallbackDiskChange);
    }

    private void write(RemoteDomain domain, DomainEvent.TrayChange e) {
        send(
                new DomainEventTrayChange(domain, e.alias(), e.reason().code()),
                DomainDeviceEventsSender::domainEventTrayChange,
                DomainEventCallbackTrayChange::new,
                DomainDeviceEventsSender::domainEventCallbackTrayChange);
    }

    private void write(RemoteDomain domain, DomainEvent.PmWakeup e) {
        send(
                new DomainEventPmwakeup(domain),
                DomainGuestEventsSender::domainEventPmwakeup,
                (id, message) -> new DomainEventCallbackPmwakeup(id, e.reason(), message),
                DomainGuestEventsSender::domainEventCallbackPmwakeup);
    }

    private void write(RemoteDomain domain, DomainEvent.PmSuspend e) {
        send(
                new DomainEventPmsuspend(domain),
                DomainGuestEventsSender::domainEventPmsuspend,
                (id, message) -> new DomainEventCallbackPmsuspend(id, e.reason(), message),
                DomainGuestEventsSender::domainEventCallbackPmsuspend);
    }

    private void write(RemoteDomain domain, DomainEvent.BalloonChange e) {
        send(
                new DomainEventBalloonChange(domain, e.actual()),
                DomainGuestEventsSender::domainEventBalloonChange,
                DomainEventCallbackBalloonChange::new,
                DomainGuestEventsSender::domainEventCallbackBalloonChange);
    }

    private void write(RemoteDomain domain, DomainEvent.PmSuspendDisk e) {
        send(
                new DomainEventPmsuspendDisk(domain),
                DomainGuestEventsSender::domainEventPmsuspendDisk,
                (id, message) -> new DomainEventCallbackPmsuspendDisk(id, e.reason(), message),
                DomainGuestEventsSender::domainEventCallbackPmsuspendDisk);
    }

    private void write(RemoteDomain domain, DomainEvent.DeviceRemoved e) {
        send(
                new DomainEventDeviceRemoved(domain, e.alias()),
                DomainDeviceEventsSender::domainEventDeviceRemoved,
                DomainEventCallbackDeviceRemoved::new,
                DomainDeviceEventsSender::domainEventCallbackDeviceRemoved);
    }

    private void write(RemoteDomain domain, DomainEvent.BlockJob2 e) {
        DomainGuestEventsSender.domainEventBlockJob2(
                target,
                new DomainEventBlockJob2(
                        callbackId(), domain, e.target(), e.type().code(), e.status().code()));
    }

    private void write(RemoteDomain domain, DomainEvent.Tunable e) {
        DomainGuestEventsSender.domainEventCallbackTunable(
                target,
                new DomainEventCallbackTunable(
                        callbackId(), domain, Parameters.remote(e.values())));
    }

    private void write(RemoteDomain domain, DomainEvent.AgentLifecycle e) {
        DomainGuestEventsSender.domainEventCallbackAgentLifecycle(
                target,
                new DomainEventCallbackAgentLifecycle(
                        callbackId(), domain, e.state().code(), e.reason().code()));
    }

    private void write(RemoteDomain domain, DomainEvent.DeviceAdded e) {
        DomainDeviceEventsSender.domainEventCallbackDeviceAdded(
                target, new DomainEventCallbackDeviceAdded(callbackId(), domain, e.alias()));
    }

    private void write(RemoteDomain domain, DomainEvent.MigrationIteration e) {
        DomainGuestEventsSender.domainEventCallbackMigrationIteration(
                target,
                new DomainEventCallbackMigrationIteration(callbackId(), domain, e.iteration()));
    }

    private void write(RemoteDomain domain, DomainEvent.JobCompleted e) {
        DomainGuestEventsSender.domainEventCallbackJobCompleted(
                target,
                new DomainEventCallbackJobCompleted(
                        callbackId(), domain, Parameters.remote(e.statistics())));
    }

    private void write(RemoteDomain domain, DomainEvent.DeviceRemovalFailed e) {
        DomainDeviceEventsSender.domainEventCallbackDeviceRemovalFailed(
                target,
                new DomainEventCallbackDeviceRemovalFailed(callbackId(), domain, e.alias()));
    }

    private void write(RemoteDomain domain, DomainEvent.MetadataChange e) {
        DomainGuestEventsSender.domainEventCallbackMetadataChange(
                target,
                new DomainEventCallbackMetadataChange(
                        callbackId(), domain, e.type().code(), e.namespace()));
    }

    private void write(RemoteDomain domain, DomainEvent.BlockThreshold e) {
        DomainDeviceEventsSender.domainEventBlockThreshold(
                target,
                new DomainEventBlockThreshold(
                        callbackId(), domain, e.device(), e.path(), e.threshold(), e.excess()));
    }

    private void write(RemoteDomain domain, DomainEvent.MemoryFailure e) {
        DomainGuestEventsSender.domainEventMemoryFailure(
                target,
                new DomainEventMemoryFailure(
                        callbackId(),
                        domain,
                        e.recipient().code(),
                        e.action().code(),
                        e.flags().bits()));
    }

    private void write(RemoteDomain domain, DomainEvent.MemoryDeviceSizeChange e) {
        DomainDeviceEventsSender.domainEventMemoryDeviceSizeChange(
                target,
                new DomainEventMemoryDeviceSizeChange(callbackId(), domain, e.alias(), e.size()));
    }

    private void write(RemoteDomain domain, DomainEvent.NicMacChange e) {
        DomainDeviceEventsSender.domainEventNicMacChange(
                target,
                new DomainEventNicMacChange(
                        callbackId(), domain, e.alias(), e.oldMac(), e.newMac()));
    }

    /// Sends a message that there is in both styles.
    private <M, C> void send(
            M message,
            BiConsumer<EventTarget, M> plain,
            BiFunction<Integer, M, C> named,
            BiConsumer<EventTarget, C> namedSender) {
        if (callback.isEmpty()) {
            plain.accept(target, message);
        } else {
            namedSender.accept(target, named.apply(callback.getAsInt(), message));
        }
    }

    private int callbackId() {
        return callback.orElseThrow();
    }

    private static GraphicsAddress address(DomainEvent.Graphics.Address address) {
        return new GraphicsAddress(address.type().code(), address.node(), address.service());
    }

    private static List<GraphicsIdentity> identities(List<DomainEvent.Graphics.Identity> subject) {
        return subject.stream().map(one -> new GraphicsIdentity(one.type(), one.name())).toList();
    }
}
