package dev.jvirt.bridge.event;

import static dev.jvirt.bridge.event.EventSink.NO_CALLBACK;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.BlockJobType;
import dev.jvirt.api.domain.MetadataType;
import dev.jvirt.api.event.AgentReason;
import dev.jvirt.api.event.AgentState;
import dev.jvirt.api.event.BlockJobStatus;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.MemoryFailureAction;
import dev.jvirt.api.event.MemoryFailureRecipient;
import dev.jvirt.api.event.WatchdogAction;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
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
import dev.jvirt.protocol.domain.DomainGuestEventsHandler;

/// Reads what happens within guests, and to the jobs of domains.
record GuestEventReader(EventSink<DomainEvent> sink) implements DomainGuestEventsHandler {
    @Override
    public void domainEventRtcChange(DomainEventRtcChange m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackRtcChange(DomainEventCallbackRtcChange m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventRtcChange m) {
        return new DomainEvent.RtcChange(Identities.local(m.domain()), m.offset());
    }

    @Override
    public void domainEventWatchdog(DomainEventWatchdog m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackWatchdog(DomainEventCallbackWatchdog m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventWatchdog m) {
        return new DomainEvent.Watchdog(
                Identities.local(m.domain()), WatchdogAction.of(m.action()));
    }

    @Override
    public void domainEventControlError(DomainEventControlError m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackControlError(DomainEventCallbackControlError m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventControlError m) {
        return new DomainEvent.ControlError(Identities.local(m.domain()));
    }

    @Override
    public void domainEventPmwakeup(DomainEventPmwakeup m) {
        sink.happened(NO_CALLBACK, new DomainEvent.PmWakeup(Identities.local(m.domain()), 0));
    }

    @Override
    public void domainEventCallbackPmwakeup(DomainEventCallbackPmwakeup m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.PmWakeup(Identities.local(m.msg().domain()), m.reason()));
    }

    @Override
    public void domainEventPmsuspend(DomainEventPmsuspend m) {
        sink.happened(NO_CALLBACK, new DomainEvent.PmSuspend(Identities.local(m.domain()), 0));
    }

    @Override
    public void domainEventCallbackPmsuspend(DomainEventCallbackPmsuspend m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.PmSuspend(Identities.local(m.msg().domain()), m.reason()));
    }

    @Override
    public void domainEventPmsuspendDisk(DomainEventPmsuspendDisk m) {
        sink.happened(NO_CALLBACK, new DomainEvent.PmSuspendDisk(Identities.local(m.domain()), 0));
    }

    @Override
    public void domainEventCallbackPmsuspendDisk(DomainEventCallbackPmsuspendDisk m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.PmSuspendDisk(Identities.local(m.msg().domain()), m.reason()));
    }

    @Override
    public void domainEventBalloonChange(DomainEventBalloonChange m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackBalloonChange(DomainEventCallbackBalloonChange m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventBalloonChange m) {
        return new DomainEvent.BalloonChange(Identities.local(m.domain()), m.actual());
    }

    @Override
    public void domainEventBlockJob(DomainEventBlockJob m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackBlockJob(DomainEventCallbackBlockJob m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventBlockJob m) {
        return new DomainEvent.BlockJob(
                Identities.local(m.domain()),
                m.path(),
                BlockJobType.of(m.type()),
                BlockJobStatus.of(m.status()));
    }

    @Override
    public void domainEventBlockJob2(DomainEventBlockJob2 m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.BlockJob2(
                        Identities.local(m.domain()),
                        m.dst(),
                        BlockJobType.of(m.type()),
                        BlockJobStatus.of(m.status())));
    }

    @Override
    public void domainEventCallbackTunable(DomainEventCallbackTunable m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.Tunable(
                        Identities.local(m.domain()), Parameters.local(m.params())));
    }

    @Override
    public void domainEventCallbackAgentLifecycle(DomainEventCallbackAgentLifecycle m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.AgentLifecycle(
                        Identities.local(m.domain()),
                        AgentState.of(m.state()),
                        AgentReason.of(m.reason())));
    }

    @Override
    public void domainEventCallbackMigrationIteration(DomainEventCallbackMigrationIteration m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.MigrationIteration(Identities.local(m.domain()), m.iteration()));
    }

    @Override
    public void domainEventCallbackJobCompleted(DomainEventCallbackJobCompleted m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.JobCompleted(
                        Identities.local(m.domain()), Parameters.local(m.params())));
    }

    @Override
    public void domainEventCallbackMetadataChange(DomainEventCallbackMetadataChange m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.MetadataChange(
                        Identities.local(m.domain()), MetadataType.of(m.type()), m.nsuri()));
    }

    @Override
    public void domainEventMemoryFailure(DomainEventMemoryFailure m) {
        sink.happened(
                m.callbackId(),
                new DomainEvent.MemoryFailure(
                        Identities.local(m.domain()),
                        MemoryFailureRecipient.of(m.recipient()),
                        MemoryFailureAction.of(m.action()),
                        new Flags<>(m.flags())));
    }
}
