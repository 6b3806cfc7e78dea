package dev.jvirt.api;

import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.storage.StorageVolumeDeleteFlag;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeInfo;
import dev.jvirt.api.storage.StorageVolumeInfoFlag;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import dev.jvirt.api.storage.StorageVolumeWipeAlgorithm;

/// A storage volume: a handle that names it, not its state (`virStorageVolPtr`).
public final class StorageVolume {
    private final Connection connection;
    private final StorageVolumeId identity;

    StorageVolume(Connection connection, StorageVolumeId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The connection that it was found with (`virStorageVolGetConnect`).
    public Connection connection() {
        return connection;
    }

    /// The volume's name in its pool (`virStorageVolGetName`).
    public String name() {
        return identity.name();
    }

    /// What names the volume among all of the host (`virStorageVolGetKey`).
    public String key() {
        return identity.key();
    }

    /// The names of pool and volume, and the key: all that a handle holds, so nothing is to be
    /// counted or freed (`virStorageVolRef`, `virStorageVolFree`).
    public StorageVolumeId identity() {
        return identity;
    }

    /// The pool that the volume is in (`virStoragePoolLookupByVolume`).
    ///
    /// @throws LibvirtException NO_STORAGE_POOL if it is gone
    /// @since 0.4.1
    public StoragePool pool() {
        return new StoragePool(
                connection,
                connection
                        .objects("virStoragePoolLookupByVolume")
                        .storage()
                        .pools()
                        .lookupByVolume(identity));
    }

    // -- what is known of it --

    /// Type and sizes (`virStorageVolGetInfo`, `virStorageVolGetInfoFlags`).
    ///
    /// @since 3.0.0
    public StorageVolumeInfo info(Flags<StorageVolumeInfoFlag> flags) {
        return reading(flags.named("virStorageVolGetInfo", "virStorageVolGetInfoFlags"))
                .info(identity, flags);
    }

    /// The volume's document (`virStorageVolGetXMLDesc`).
    ///
    /// @param flags 0
    /// @since 0.4.1
    public String xml(int flags) {
        return reading("virStorageVolGetXMLDesc").xml(identity, flags);
    }

    /// Where a domain finds the volume: mostly a path of the host (`virStorageVolGetPath`).
    ///
    /// @since 0.4.1
    public String path() {
        return reading("virStorageVolGetPath").path(identity);
    }

    // -- its life --

    /// Deletes the volume (`virStorageVolDelete`).
    ///
    /// @since 0.4.1
    public void delete(Flags<StorageVolumeDeleteFlag> flags) {
        changing("virStorageVolDelete").delete(identity, flags);
    }

    /// Overwrites the data with zeros (`virStorageVolWipe`).
    ///
    /// @param flags 0
    /// @since 0.8.0
    public void wipe(int flags) {
        changing("virStorageVolWipe").wipe(identity, StorageVolumeWipeAlgorithm.ZERO.code(), flags);
    }

    /// Overwrites the data (`virStorageVolWipePattern`).
    ///
    /// @param flags 0
    /// @throws LibvirtException if the driver cannot wipe with that algorithm
    /// @since 0.9.10
    public void wipe(StorageVolumeWipeAlgorithm algorithm, int flags) {
        wipePattern(algorithm.code(), flags);
    }

    /// Overwrites the data with an algorithm that may be too new to be known here
    /// (`virStorageVolWipePattern`).
    ///
    /// @param algorithm libvirt's number of it
    /// @param flags 0
    /// @throws LibvirtException INVALID_ARG if the far side does not know it either
    /// @since 0.9.10
    public void wipePattern(int algorithm, int flags) {
        changing("virStorageVolWipePattern").wipe(identity, algorithm, flags);
    }

    /// Changes the capacity, rounded up to what the driver can do (`virStorageVolResize`).
    ///
    /// @param capacity in bytes, unsigned: the new size, or with the flag DELTA what is added to
    /// the old one (taken from it with SHRINK too)
    /// @throws LibvirtException INVALID_ARG if `capacity` is 0 without DELTA or SHRINK
    /// @since 0.9.10
    public void resize(long capacity, Flags<StorageVolumeResizeFlag> flags) {
        StorageVolumeDriver driver = changing("virStorageVolResize");
        if (capacity == 0
                && !flags.hasAny(StorageVolumeResizeFlag.DELTA, StorageVolumeResizeFlag.SHRINK)) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.STORAGE,
                    "virStorageVolResize",
                    "capacity",
                    "capacity in virStorageVolResize cannot be zero without 'delta' or 'shrink'"
                            + " flags set");
        }
        driver.resize(identity, capacity, flags);
    }

    // -- its bytes --

    /// Writes bytes into the volume: what is written to the stream, until it is finished
    /// (`virStorageVolUpload`).
    ///
    /// @param offset of the first byte in the volume, unsigned
    /// @param length the most bytes that will be written, unsigned; 0 for no limit but the volume
    /// @return the stream to write to; finish it to learn whether all bytes arrived
    /// @since 0.9.0
    public Stream upload(long offset, long length, Flags<StorageVolumeUploadFlag> flags) {
        return new Stream(changing("virStorageVolUpload").upload(identity, offset, length, flags));
    }

    /// Reads the bytes of the volume (`virStorageVolDownload`).
    ///
    /// @param offset of the first byte in the volume, unsigned
    /// @param length the most bytes to read, unsigned; 0 for all until the end
    /// @return the stream to read from
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 0.9.0
    public Stream download(long offset, long length, Flags<StorageVolumeDownloadFlag> flags) {
        return new Stream(
                changing("virStorageVolDownload").download(identity, offset, length, flags));
    }

    private StorageVolumeDriver reading(String function) {
        return connection.objects(function).storage().volumes();
    }

    private StorageVolumeDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.STORAGE, function).storage().volumes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StorageVolume volume
                && volume.connection == connection
                && volume.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return "storage volume %s/%s".formatted(identity.pool(), identity.name());
    }
}
