package dev.jvirt.test;

import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.base.domain.EventDelivery;

/// The storage of a world, as a connection sees it.
///
/// @param events those of this connection
record TestStorageDriver(TestWorld world, EventDelivery events) implements StorageDriver {
    @Override
    public StoragePoolDriver pools() {
        return new TestPoolDriver(world, events);
    }

    @Override
    public StorageVolumeDriver volumes() {
        return new TestVolumeDriver(world);
    }
}
