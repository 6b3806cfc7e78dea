package dev.jvirt.api.event;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.BlockJobType;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.MetadataType;
import java.util.List;
import java.util.Optional;

/// Something that happened to a domain.
///
/// Devices are named by their alias, the `<alias name='...'/>` of the live document. What is a
/// number in C and an enum here is `UNKNOWN` if a newer libvirt sent it.
public sealed interface DomainEvent {
    /// The domain, with the id it had when it happened.
    DomainId domain();

    /// The number of this kind of event.
    default DomainEventId kind() {
        return DomainEventId.of(getClass());
    }

    /// The domain started, stopped, was defined, ... (`VIR_DOMAIN_EVENT_ID_LIFECYCLE`).
    ///
    /// @param detail libvirt's number of the detail; see [LifecycleDetail#of]
    /// @since 0.8.0
    record Lifecycle(DomainId domain, LifecycleType type, int detail) implements DomainEvent {
        public Lifecycle(DomainId domain, LifecycleDetail detail) {
            this(domain, detail.type(), detail.code());
        }
    }

    /// The guest was reset or rebooted itself (`VIR_DOMAIN_EVENT_ID_REBOOT`).
    ///
    /// @since 0.8.0
    record Reboot(DomainId domain) implements DomainEvent {}

    /// The guest set its clock (`VIR_DOMAIN_EVENT_ID_RTC_CHANGE`).
    ///
    /// @param offset from UTC, in seconds
    /// @since 0.8.0
    record RtcChange(DomainId domain, long offset) implements DomainEvent {}

    /// The watchdog of the guest fired (`VIR_DOMAIN_EVENT_ID_WATCHDOG`).
    ///
    /// @since 0.8.0
    record Watchdog(DomainId domain, WatchdogAction action) implements DomainEvent {}

    /// A disk failed (`VIR_DOMAIN_EVENT_ID_IO_ERROR`).
    ///
    /// @param path of the file behind the disk
    /// @since 0.8.0
    record IoError(DomainId domain, String path, String alias, IoErrorAction action)
            implements DomainEvent {}

    /// A client of the guest's display came, was let in, or left (`VIR_DOMAIN_EVENT_ID_GRAPHICS`).
    ///
    /// @param local this host's end of the connection
    /// @param remote the client's end
    /// @param authScheme how it authenticated
    /// @param subject what it is called, for example its SASL name; in most phases nothing
    /// @since 0.8.0
    record Graphics(
            DomainId domain,
            GraphicsPhase phase,
            Address local,
            Address remote,
            String authScheme,
            List<Identity> subject)
            implements DomainEvent {
        public Graphics {
            subject = List.copyOf(subject);
        }

        /// An end of a display connection (`virDomainEventGraphicsAddress`).
        ///
        /// @param node an address, or the path of a socket
        /// @param service a port; empty for a socket
        public record Address(GraphicsAddressType type, String node, String service) {}

        /// One name of a client (`virDomainEventGraphicsSubjectIdentity`).
        public record Identity(String type, String name) {}
    }

    /// A disk failed, and why (`VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON`).
    ///
    /// @param path of the file behind the disk
    /// @param reason for example `enospc`; empty if it is not known
    /// @since 0.8.1
    record IoErrorReason(
            DomainId domain, String path, String alias, IoErrorAction action, String reason)
            implements DomainEvent {}

    /// The emulator does not answer as it should (`VIR_DOMAIN_EVENT_ID_CONTROL_ERROR`). The guest
    /// may still run.
    ///
    /// @since 0.9.2
    record ControlError(DomainId domain) implements DomainEvent {}

    /// A job on a disk ended, or is ready to (`VIR_DOMAIN_EVENT_ID_BLOCK_JOB`).
    ///
    /// @param path of the file behind the disk; [BlockJob2] tells the name of the disk itself
    /// @since 0.9.4
    record BlockJob(DomainId domain, String path, BlockJobType type, BlockJobStatus status)
            implements DomainEvent {}

    /// The medium of a disk changed while the guest started (`VIR_DOMAIN_EVENT_ID_DISK_CHANGE`).
    ///
    /// @param oldPath of the file that was behind it
    /// @param newPath of the file that is behind it
    /// @since 0.9.7
    record DiskChange(
            DomainId domain,
            Optional<String> oldPath,
            Optional<String> newPath,
            String alias,
            DiskChangeReason reason)
            implements DomainEvent {}

    /// The tray of a disk opened or closed (`VIR_DOMAIN_EVENT_ID_TRAY_CHANGE`).
    ///
    /// @since 0.9.11
    record TrayChange(DomainId domain, String alias, TrayChangeReason reason)
            implements DomainEvent {}

    /// The guest woke up (`VIR_DOMAIN_EVENT_ID_PMWAKEUP`).
    ///
    /// @param reason 0
    /// @since 0.9.11
    record PmWakeup(DomainId domain, int reason) implements DomainEvent {}

    /// The guest suspended to memory (`VIR_DOMAIN_EVENT_ID_PMSUSPEND`).
    ///
    /// @param reason 0
    /// @since 0.9.11
    record PmSuspend(DomainId domain, int reason) implements DomainEvent {}

    /// The guest has another amount of memory (`VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE`).
    ///
    /// @param actual what it has now, in KiB
    /// @since 0.10.0
    record BalloonChange(DomainId domain, long actual) implements DomainEvent {}

    /// The guest suspended to disk (`VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK`).
    ///
    /// @param reason 0
    /// @since 1.0.0
    record PmSuspendDisk(DomainId domain, int reason) implements DomainEvent {}

    /// A device is gone (`VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED`).
    ///
    /// @since 1.1.1
    record DeviceRemoved(DomainId domain, String alias) implements DomainEvent {}

    /// A job on a disk ended, or is ready to (`VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2`).
    ///
    /// @param target the name of the disk, for example `vda`
    /// @since 1.2.6
    record BlockJob2(DomainId domain, String target, BlockJobType type, BlockJobStatus status)
            implements DomainEvent {}

    /// Weights or limits changed (`VIR_DOMAIN_EVENT_ID_TUNABLE`).
    ///
    /// @param values what changed, by the names `VIR_DOMAIN_TUNABLE_...`, for example
    /// `cputune.cpu_shares`
    /// @since 1.2.9
    record Tunable(DomainId domain, TypedParameters values) implements DomainEvent {}

    /// The agent of the guest came or went (`VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE`).
    ///
    /// @since 1.2.11
    record AgentLifecycle(DomainId domain, AgentState state, AgentReason reason)
            implements DomainEvent {}

    /// A device is there (`VIR_DOMAIN_EVENT_ID_DEVICE_ADDED`).
    ///
    /// @since 1.2.15
    record DeviceAdded(DomainId domain, String alias) implements DomainEvent {}

    /// A migration began another round (`VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION`).
    ///
    /// @since 1.3.2
    record MigrationIteration(DomainId domain, int iteration) implements DomainEvent {}

    /// A job ended (`VIR_DOMAIN_EVENT_ID_JOB_COMPLETED`).
    ///
    /// @param statistics of it, by the names `VIR_DOMAIN_JOB_...`
    /// @since 1.3.3
    record JobCompleted(DomainId domain, TypedParameters statistics) implements DomainEvent {}

    /// The guest refused to give up a device (`VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED`).
    ///
    /// @since 1.3.4
    record DeviceRemovalFailed(DomainId domain, String alias) implements DomainEvent {}

    /// The metadata of the definition changed (`VIR_DOMAIN_EVENT_ID_METADATA_CHANGE`).
    ///
    /// @param namespace the URI of the element that changed; only for [MetadataType#ELEMENT]
    /// @since 3.0.0
    record MetadataChange(DomainId domain, MetadataType type, Optional<String> namespace)
            implements DomainEvent {}

    /// A disk was written beyond its threshold (`VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD`).
    ///
    /// @param device the name of the disk, or of an element of its backing chain: `vda[1]`
    /// @param path of the file behind it, if it is one
    /// @param threshold that was crossed, in bytes
    /// @param excess bytes written beyond it
    /// @since 3.2.0
    record BlockThreshold(
            DomainId domain, String device, Optional<String> path, long threshold, long excess)
            implements DomainEvent {}

    /// Memory of the host failed under the guest (`VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE`).
    ///
    /// @since 6.9.0
    record MemoryFailure(
            DomainId domain,
            MemoryFailureRecipient recipient,
            MemoryFailureAction action,
            Flags<MemoryFailureFlag> flags)
            implements DomainEvent {}

    /// A memory device has another size (`VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE`).
    ///
    /// @param size what it has now, in KiB
    /// @since 7.9.0
    record MemoryDeviceSizeChange(DomainId domain, String alias, long size)
            implements DomainEvent {}

    /// The guest gave a network interface another address (`VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE`).
    ///
    /// @since 11.2.0
    record NicMacChange(DomainId domain, String alias, String oldMac, String newMac)
            implements DomainEvent {}
}
