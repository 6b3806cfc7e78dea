package dev.jvirt.tests.bench.volume;

import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.driver.StateContext;
import dev.jvirt.api.driver.StateDriver;
import dev.jvirt.api.driver.StateDriverProvider;
import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;
import java.util.Optional;
import java.util.Set;

/// The driver, its row in the driver table, and what it gives to a connection: it has no state.
public final class FileVolumes implements StateDriverProvider, StateDriver, ConnectDriver {
    /// For the service loader.
    public FileVolumes() {}

    @Override
    public StateDriver create(StateContext context) {
        return this;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("files");
    }

    @Override
    public ConnectDriver connectDriver() {
        return this;
    }

    @Override
    public void start() {}

    @Override
    public void close() {}

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        return Optional.of(new Session());
    }

    private static final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new HostDriver() {};
        }

        @Override
        public DomainDriver domains() {
            return new DomainDriver() {};
        }

        @Override
        public Optional<StorageDriver> storage() {
            return Optional.of(new Storage());
        }

        @Override
        public void close() {}
    }

    private static final class Storage implements StorageDriver {
        @Override
        public StoragePoolDriver pools() {
            return new StoragePoolDriver() {};
        }

        @Override
        public StorageVolumeDriver volumes() {
            return new FileVolumeDriver();
        }
    }
}
