package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// What happens to the devices of domains. Messages without callback id are for the older kind of
/// subscription.
@Wire(Program.REMOTE)
public interface DomainDeviceEvents {
    /// A disk failed; `action` says what became of the guest.
    @Event(number = 172)
    record DomainEventIoError(RemoteDomain domain, String srcPath, String devAlias, int action) {}

    /// [DomainEventIoError] for one subscription.
    @Event(number = 322)
    record DomainEventCallbackIoError(int callbackId, DomainEventIoError msg) {}

    /// A disk failed, and why.
    @Event(number = 195)
    record DomainEventIoErrorReason(
            RemoteDomain domain, String srcPath, String devAlias, int action, String reason) {}

    /// [DomainEventIoErrorReason] for one subscription.
    @Event(number = 324)
    record DomainEventCallbackIoErrorReason(int callbackId, DomainEventIoErrorReason msg) {}

    /// A display client connected, authenticated or left.
    @Event(number = 173)
    record DomainEventGraphics(
            RemoteDomain domain,
            int phase,
            GraphicsAddress local,
            GraphicsAddress remote,
            String authScheme,
            @Max(20) List<GraphicsIdentity> subject) {}

    /// [DomainEventGraphics] for one subscription.
    @Event(number = 323)
    record DomainEventCallbackGraphics(int callbackId, DomainEventGraphics msg) {}

    /// The medium of a disk changed.
    @Event(number = 248)
    record DomainEventDiskChange(
            RemoteDomain domain,
            Optional<String> oldSrcPath,
            Optional<String> newSrcPath,
            String devAlias,
            int reason) {}

    /// [DomainEventDiskChange] for one subscription.
    @Event(number = 327)
    record DomainEventCallbackDiskChange(int callbackId, DomainEventDiskChange msg) {}

    /// A tray opened or closed.
    @Event(number = 268)
    record DomainEventTrayChange(RemoteDomain domain, String devAlias, int reason) {}

    /// [DomainEventTrayChange] for one subscription.
    @Event(number = 328)
    record DomainEventCallbackTrayChange(int callbackId, DomainEventTrayChange msg) {}

    /// A device is gone.
    @Event(number = 311)
    record DomainEventDeviceRemoved(RemoteDomain domain, String devAlias) {}

    /// [DomainEventDeviceRemoved] for one subscription.
    @Event(number = 333)
    record DomainEventCallbackDeviceRemoved(int callbackId, DomainEventDeviceRemoved msg) {}

    /// A device is there.
    @Event(number = 354)
    record DomainEventCallbackDeviceAdded(int callbackId, RemoteDomain domain, String devAlias) {}

    /// The guest refused to give up a device.
    @Event(number = 367)
    record DomainEventCallbackDeviceRemovalFailed(
            int callbackId, RemoteDomain domain, String devAlias) {}

    /// A disk was written beyond its threshold.
    @Event(number = 385)
    record DomainEventBlockThreshold(
            int callbackId,
            RemoteDomain domain,
            String dev,
            Optional<String> path,
            long threshold,
            long excess) {}

    /// A memory device has another size.
    @Event(number = 438)
    record DomainEventMemoryDeviceSizeChange(
            int callbackId, RemoteDomain domain, String alias, long size) {}

    /// A network interface has another address.
    @Event(number = 453)
    record DomainEventNicMacChange(
            int callbackId, RemoteDomain domain, String alias, String oldMac, String newMac) {}

    /// An end of a display connection; `family` is a virDomainEventGraphicsAddressType.
    @Struct("remote_domain_event_graphics_address")
    record GraphicsAddress(int family, String node, String service) {}

    /// One name of who connected to a display.
    @Struct("remote_domain_event_graphics_identity")
    record GraphicsIdentity(String type, String name) {}
}
