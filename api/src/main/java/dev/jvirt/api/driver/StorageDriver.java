package dev.jvirt.api.driver;

/// Storage: pools and the volumes in them.
public interface StorageDriver {
    /// Pools.
    StoragePoolDriver pools();

    /// Volumes.
    StorageVolumeDriver volumes();

    /// Storage of a driver that has none.
    static StorageDriver none() {
        return new StorageDriver() {
            @Override
            public StoragePoolDriver pools() {
                return new StoragePoolDriver() {};
            }

            @Override
            public StorageVolumeDriver volumes() {
                return new StorageVolumeDriver() {};
            }
        };
    }
}
