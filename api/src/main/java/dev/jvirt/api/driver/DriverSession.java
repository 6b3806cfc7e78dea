package dev.jvirt.api.driver;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.event.Subscription;
import java.util.Optional;
import java.util.function.Consumer;

/// What a hypervisor driver gives for one open connection. Closing it releases whatever belongs to
/// the connection.
public interface DriverSession extends AutoCloseable {
    /// The hypervisor and its host.
    HostDriver host();

    /// Domains.
    DomainDriver domains();

    /// Processors and memory of the host.
    default HostResourceDriver hostResources() {
        return new HostResourceDriver() {};
    }

    /// Processor models and guest configurations.
    default HypervisorDriver hypervisor() {
        return new HypervisorDriver() {};
    }

    /// Resources of domains.
    default DomainTuningDriver domainTuning() {
        return new DomainTuningDriver() {};
    }

    /// Virtual CPUs and other threads of domains.
    default DomainVcpuDriver domainVcpus() {
        return new DomainVcpuDriver() {};
    }

    /// Statistics and jobs of domains.
    default DomainStatsDriver domainStats() {
        return new DomainStatsDriver() {};
    }

    /// Disks of domains.
    default DomainBlockDriver domainBlocks() {
        return new DomainBlockDriver() {};
    }

    /// Devices of domains.
    default DomainDeviceDriver domainDevices() {
        return new DomainDeviceDriver() {};
    }

    /// The insides of guests.
    default DomainGuestDriver domainGuests() {
        return new DomainGuestDriver() {};
    }

    /// Domains in files.
    default DomainSaveDriver domainSaves() {
        return new DomainSaveDriver() {};
    }

    /// Snapshots.
    default DomainSnapshotDriver domainSnapshots() {
        return new DomainSnapshotDriver() {};
    }

    /// Checkpoints and backups.
    default DomainCheckpointDriver domainCheckpoints() {
        return new DomainCheckpointDriver() {};
    }

    /// Domains on their way to another host.
    default MigrationDriver migration() {
        return new MigrationDriver() {};
    }

    /// What only QEMU can do.
    default QemuSpecificDriver qemu() {
        return new QemuSpecificDriver() {};
    }

    /// What only containers can do.
    default LxcSpecificDriver lxc() {
        return new LxcSpecificDriver() {};
    }

    /// Networks, if this driver serves them itself; otherwise the secondary drivers are asked.
    default Optional<NetworkDriver> networks() {
        return Optional.empty();
    }

    /// Storage pools and volumes, if this driver serves them itself; otherwise the secondary
    /// drivers are asked.
    default Optional<StorageDriver> storage() {
        return Optional.empty();
    }

    /// Interfaces, if this driver serves them itself; otherwise the secondary drivers are asked.
    default Optional<InterfaceDriver> interfaces() {
        return Optional.empty();
    }

    /// Devices, if this driver serves them itself; otherwise the secondary drivers are asked.
    default Optional<NodeDeviceDriver> nodeDevices() {
        return Optional.empty();
    }

    /// Secrets, if this driver serves them itself; otherwise the secondary drivers are asked.
    default Optional<SecretDriver> secrets() {
        return Optional.empty();
    }

    /// Filters and bindings, if this driver serves them itself; otherwise the secondary drivers
    /// are asked.
    default Optional<NwfilterDriver> nwfilters() {
        return Optional.empty();
    }

    /// Calls `handler` once when the connection ends other than by [#close].
    default Subscription onClose(Consumer<CloseReason> handler) {
        return () -> {};
    }

    @Override
    void close();
}
