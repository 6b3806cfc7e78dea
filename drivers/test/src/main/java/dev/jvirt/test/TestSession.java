package dev.jvirt.test;

import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.base.domain.EventDelivery;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// One connection to a world.
final class TestSession implements DriverSession {
    private final HostDriver host;
    private final DomainDriver domains;
    private final NetworkDriver networks;
    private final EventDelivery events;
    private final Runnable leave;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param uri how the connection was opened
    /// @param leave is run once when the connection is closed
    TestSession(TestWorld world, String uri, Runnable leave) {
        this.host = new TestHostDriver(world.host(), uri);
        this.events = new EventDelivery(world.events());
        this.domains = new TestDomainDriver(world, events);
        this.networks = new TestNetworkDriver(world);
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
    public Optional<NetworkDriver> networks() {
        return Optional.of(networks);
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
