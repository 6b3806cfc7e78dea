package dev.jvirt.test;

import dev.jvirt.api.driver.DomainBlockDriver;
import dev.jvirt.api.driver.DomainCheckpointDriver;
import dev.jvirt.api.driver.DomainDeviceDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DomainGuestDriver;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.api.driver.DomainTuningDriver;
import dev.jvirt.api.driver.DomainVcpuDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.base.domain.EventDelivery;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// One connection to a world. What serves a group of calls is made when it is asked for: a client
/// that lists the domains needs nothing else.
final class TestSession implements DriverSession {
    private final TestWorld world;
    private final HostDriver host;
    private final DomainAccess access;
    private final DomainDriver domains;
    private final EventDelivery events;
    private final Runnable leave;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param uri how the connection was opened
    /// @param leave is run once when the connection is closed
    TestSession(TestWorld world, String uri, Runnable leave) {
        this.world = world;
        this.host = new TestHostDriver(world.host(), uri);
        this.events = new EventDelivery(world.events());
        this.access = new DomainAccess(world);
        this.domains = new TestDomainDriver(access, events);
        this.leave = leave;
    }

    @Override
    public HostDriver host() {
        return host;
    }

    @Override
    public DomainDriver domains() {
        return domains;
    }

    @Override
    public HostResourceDriver hostResources() {
        return new TestHostResourceDriver(world.host());
    }

    @Override
    public DomainTuningDriver domainTuning() {
        return new TestTuningDriver(access);
    }

    @Override
    public DomainVcpuDriver domainVcpus() {
        return new TestVcpuDriver(access);
    }

    @Override
    public DomainStatsDriver domainStats() {
        return new TestStatsDriver(access);
    }

    @Override
    public DomainBlockDriver domainBlocks() {
        return new TestBlockDriver(access);
    }

    @Override
    public DomainDeviceDriver domainDevices() {
        return new TestDeviceDriver(access);
    }

    @Override
    public DomainGuestDriver domainGuests() {
        return new TestGuestDriver(access);
    }

    @Override
    public DomainSaveDriver domainSaves() {
        return new TestSaveDriver(access);
    }

    @Override
    public DomainSnapshotDriver domainSnapshots() {
        return new TestSnapshotDriver(access);
    }

    @Override
    public DomainCheckpointDriver domainCheckpoints() {
        return new TestCheckpointDriver(access);
    }

    @Override
    public Optional<NetworkDriver> networks() {
        return Optional.of(new TestNetworkDriver(world, events));
    }

    @Override
    public Optional<StorageDriver> storage() {
        return Optional.of(new TestStorageDriver(world, events));
    }

    @Override
    public Optional<InterfaceDriver> interfaces() {
        return Optional.of(new TestInterfaceDriver(world));
    }

    @Override
    public Optional<NodeDeviceDriver> nodeDevices() {
        return Optional.of(new TestNodeDeviceDriver(world, events));
    }

    /// None, and none of the host either: a world that is made up must not reach real secrets.
    @Override
    public Optional<SecretDriver> secrets() {
        return Optional.of(new SecretDriver() {});
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            events.close();
            leave.run();
        }
    }
}
