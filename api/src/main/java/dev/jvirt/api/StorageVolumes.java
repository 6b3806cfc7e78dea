package dev.jvirt.api;

import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.storage.StorageVolumeId;

/// Volumes found without their pool.
///
/// @param connection that it belongs to
public record StorageVolumes(Connection connection) {

    /// The volume with that key in any running pool (`virStorageVolLookupByKey`).
    ///
    /// @param key as [StorageVolume#key] tells it
    /// @throws LibvirtException NO_STORAGE_VOL if there is none
    /// @since 0.4.1
    public StorageVolume lookupByKey(String key) {
        return volume(reading("virStorageVolLookupByKey").lookupByKey(key));
    }

    /// The volume at that path in any running pool (`virStorageVolLookupByPath`).
    ///
    /// @param path as [StorageVolume#path] tells it
    /// @throws LibvirtException NO_STORAGE_VOL if there is none
    /// @since 0.4.1
    public StorageVolume lookupByPath(String path) {
        return volume(reading("virStorageVolLookupByPath").lookupByPath(path));
    }

    /// A handle for a volume whose identity is known already, without asking the driver whether it
    /// still exists.
    public StorageVolume volume(StorageVolumeId identity) {
        return new StorageVolume(connection, identity);
    }

    private StorageVolumeDriver reading(String function) {
        return connection.objects(function).storage().volumes();
    }
}
