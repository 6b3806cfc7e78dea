package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// What happens within guests, and to the jobs of domains. Messages without callback id are for the
/// older kind of subscription.
@Wire(Program.REMOTE)
public interface DomainGuestEvents {
    /// The guest set its clock.
    @Event(number = 170)
    record DomainEventRtcChange(RemoteDomain domain, long offset) {}

    /// [DomainEventRtcChange] for one subscription.
    @Event(number = 320)
    record DomainEventCallbackRtcChange(int callbackId, DomainEventRtcChange msg) {}

    /// The watchdog of the guest fired; `action` is a virDomainEventWatchdogAction.
    @Event(number = 171)
    record DomainEventWatchdog(RemoteDomain domain, int action) {}

    /// [DomainEventWatchdog] for one subscription.
    @Event(number = 321)
    record DomainEventCallbackWatchdog(int callbackId, DomainEventWatchdog msg) {}

    /// The connection to the emulator broke.
    @Event(number = 224)
    record DomainEventControlError(RemoteDomain domain) {}

    /// [DomainEventControlError] for one subscription.
    @Event(number = 325)
    record DomainEventCallbackControlError(int callbackId, DomainEventControlError msg) {}

    /// The guest woke up.
    @Event(number = 269)
    record DomainEventPmwakeup(RemoteDomain domain) {}

    /// [DomainEventPmwakeup] for one subscription.
    @Event(number = 329)
    record DomainEventCallbackPmwakeup(int callbackId, int reason, DomainEventPmwakeup msg) {}

    /// The guest suspended to memory.
    @Event(number = 270)
    record DomainEventPmsuspend(RemoteDomain domain) {}

    /// [DomainEventPmsuspend] for one subscription.
    @Event(number = 330)
    record DomainEventCallbackPmsuspend(int callbackId, int reason, DomainEventPmsuspend msg) {}

    /// The guest suspended to disk.
    @Event(number = 292)
    record DomainEventPmsuspendDisk(RemoteDomain domain) {}

    /// [DomainEventPmsuspendDisk] for one subscription.
    @Event(number = 332)
    record DomainEventCallbackPmsuspendDisk(
            int callbackId, int reason, DomainEventPmsuspendDisk msg) {}

    /// The guest has another amount of memory.
    @Event(number = 276)
    record DomainEventBalloonChange(RemoteDomain domain, long actual) {}

    /// [DomainEventBalloonChange] for one subscription.
    @Event(number = 331)
    record DomainEventCallbackBalloonChange(int callbackId, DomainEventBalloonChange msg) {}

    /// A job on a disk ended; the disk is named by its file.
    @Event(number = 241)
    record DomainEventBlockJob(RemoteDomain domain, String path, int type, int status) {}

    /// [DomainEventBlockJob] for one subscription.
    @Event(number = 326)
    record DomainEventCallbackBlockJob(int callbackId, DomainEventBlockJob msg) {}

    /// A job on a disk ended; the disk is named by its target.
    @Event(number = 339)
    record DomainEventBlockJob2(
            int callbackId, RemoteDomain domain, String dst, int type, int status) {}

    /// Weights or limits changed.
    @Event(number = 346)
    record DomainEventCallbackTunable(
            int callbackId, RemoteDomain domain, @Max(2048) List<TypedParameter> params) {}

    /// The agent of the guest came or went.
    @Event(number = 348)
    record DomainEventCallbackAgentLifecycle(
            int callbackId, RemoteDomain domain, int state, int reason) {}

    /// A migration began another round.
    @Event(number = 359)
    record DomainEventCallbackMigrationIteration(
            int callbackId, RemoteDomain domain, int iteration) {}

    /// A job ended; its figures.
    @Event(number = 363)
    record DomainEventCallbackJobCompleted(
            int callbackId, RemoteDomain domain, @Max(64) List<TypedParameter> params) {}

    /// The metadata of the definition changed.
    @Event(number = 379)
    record DomainEventCallbackMetadataChange(
            int callbackId, RemoteDomain domain, int type, Optional<String> nsuri) {}

    /// Memory of the host failed under the guest.
    @Event(number = 423)
    record DomainEventMemoryFailure(
            int callbackId, RemoteDomain domain, int recipient, int action, int flags) {}
}
