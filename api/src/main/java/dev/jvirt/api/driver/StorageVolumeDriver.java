package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StorageVolumeCreateFlag;
import dev.jvirt.api.storage.StorageVolumeDeleteFlag;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeInfo;
import dev.jvirt.api.storage.StorageVolumeInfoFlag;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;

/// What a driver can do with storage volumes. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface StorageVolumeDriver {
    /// The volume with that name in the pool, or NO_STORAGE_VOL.
    @Since("0.4.1")
    default StorageVolumeId lookupByName(StoragePoolId pool, String name) {
        throw unsupported("virStorageVolLookupByName");
    }

    /// The volume with that key in any running pool, or NO_STORAGE_VOL.
    @Since("0.4.1")
    default StorageVolumeId lookupByKey(String key) {
        throw unsupported("virStorageVolLookupByKey");
    }

    /// The volume at that path in any running pool, or NO_STORAGE_VOL.
    @Since("0.4.1")
    default StorageVolumeId lookupByPath(String path) {
        throw unsupported("virStorageVolLookupByPath");
    }

    /// Creates a volume.
    @Since("0.4.1")
    default StorageVolumeId createXml(
            StoragePoolId pool, String xml, Flags<StorageVolumeCreateFlag> flags) {
        throw unsupported("virStorageVolCreateXML");
    }

    /// Creates a volume with the data of `source`, which may be in another pool.
    @Since("0.6.4")
    default StorageVolumeId createXmlFrom(
            StoragePoolId pool,
            String xml,
            StorageVolumeId source,
            Flags<StorageVolumeCreateFlag> flags) {
        throw unsupported("virStorageVolCreateXMLFrom");
    }

    /// Deletes the volume.
    @Since("0.4.1")
    default void delete(StorageVolumeId volume, Flags<StorageVolumeDeleteFlag> flags) {
        throw unsupported("virStorageVolDelete");
    }

    /// Overwrites the data of the volume.
    ///
    /// @param algorithm a number of `virStorageVolWipeAlgorithm`, known or not
    @Since("0.9.10")
    default void wipe(StorageVolumeId volume, int algorithm, int flags) {
        throw unsupported("virStorageVolWipePattern");
    }

    /// Changes the capacity of the volume.
    ///
    /// @param capacity in bytes, or the difference with the flag DELTA
    @Since("0.9.10")
    default void resize(
            StorageVolumeId volume, long capacity, Flags<StorageVolumeResizeFlag> flags) {
        throw unsupported("virStorageVolResize");
    }

    /// Type and sizes.
    @Since("3.0.0")
    default StorageVolumeInfo info(StorageVolumeId volume, Flags<StorageVolumeInfoFlag> flags) {
        throw unsupported("virStorageVolGetInfoFlags");
    }

    /// The document of the volume.
    @Since("0.4.1")
    default String xml(StorageVolumeId volume, int flags) {
        throw unsupported("virStorageVolGetXMLDesc");
    }

    /// Where the volume is: a path, or what stands for one.
    @Since("0.4.1")
    default String path(StorageVolumeId volume) {
        throw unsupported("virStorageVolGetPath");
    }

    /// Takes bytes for the volume; what is read from the stream is nothing.
    ///
    /// @param offset of the first byte in the volume, unsigned
    /// @param length the most bytes to take, unsigned; 0 for as many as come
    @Since("0.9.0")
    default StreamChannel upload(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeUploadFlag> flags) {
        throw unsupported("virStorageVolUpload");
    }

    /// Gives the bytes of the volume.
    ///
    /// @param offset of the first byte in the volume, unsigned
    /// @param length the most bytes to give, unsigned; 0 for all until the end
    @Since("0.9.0")
    default StreamChannel download(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeDownloadFlag> flags) {
        throw unsupported("virStorageVolDownload");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.STORAGE, function);
    }
}
