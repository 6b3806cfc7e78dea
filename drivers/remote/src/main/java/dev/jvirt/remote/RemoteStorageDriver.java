package dev.jvirt.remote;

import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;

/// Storage of the far host.
record RemoteStorageDriver(RemoteSession session, RemoteCaller caller) implements StorageDriver {
    @Override
    public StoragePoolDriver pools() {
        return new RemoteStoragePoolDriver(session, caller);
    }

    @Override
    public StorageVolumeDriver volumes() {
        return new RemoteStorageVolumeDriver(caller);
    }
}
