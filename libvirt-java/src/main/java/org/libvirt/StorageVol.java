package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;

/// A storage volume (`virStorageVolPtr`).
public class StorageVol {
    /// How a volume is deleted (`virStorageVolDeleteFlags`).
    static final class DeleteFlags {
        static final int VIR_STORAGE_POOL_DELETE_NORMAL = 0;
        static final int VIR_STORAGE_POOL_DELETE_ZEROED = 1;
    }

    /// How a volume is read (`virStorageVolDownloadFlags`).
    public static final class DownloadFlags {
        public static final int SPARSE_STREAM = 1 << 0;
    }

    /// How a new size is meant (`virStorageVolResizeFlags`).
    public static final class ResizeFlags {
        public static final int ALLOCATE = 1 << 0;
        public static final int DELTA = 1 << 1;
        public static final int SHRINK = 1 << 2;
    }

    /// How a volume is written (`virStorageVolUploadFlags`).
    public static final class UploadFlags {
        public static final int SPARSE_STREAM = 1 << 0;
    }

    /// What a volume is for the host (`virStorageVolType`).
    public enum Type {
        VIR_STORAGE_VOL_FILE,
        VIR_STORAGE_VOL_BLOCK
    }

    /// The connection that it belongs to.
    protected Connect virConnect;

    private final Handle<StorageVolume> handle;

    StorageVol(Connect connect, StorageVolume volume) {
        this.virConnect = connect;
        this.handle = connect.handle().next(Handle.Kind.STORAGE_VOLUME, volume);
    }

    Handle<StorageVolume> handle() {
        return handle;
    }

    /// Removes it and its data (`virStorageVolDelete`).
    public void delete(int flags) throws LibvirtException {
        handle.run("virStorageVolDelete", volume -> volume.delete(new Flags<>(flags)));
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virStorageVolFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// The connection that it belongs to.
    public Connect getConnect() {
        return virConnect;
    }

    /// Its kind and its sizes (`virStorageVolGetInfo`).
    public StorageVolInfo getInfo() throws LibvirtException {
        return handle.call(
                "virStorageVolGetInfo", volume -> new StorageVolInfo(volume.info(Flags.none())));
    }

    /// What names it among all volumes (`virStorageVolGetKey`).
    public String getKey() throws LibvirtException {
        return handle.call("virStorageVolGetKey", StorageVolume::key);
    }

    /// Its name in its pool (`virStorageVolGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virStorageVolGetName", StorageVolume::name);
    }

    /// Where it is on the host (`virStorageVolGetPath`).
    public String getPath() throws LibvirtException {
        return handle.call("virStorageVolGetPath", StorageVolume::path);
    }

    /// Its document (`virStorageVolGetXMLDesc`).
    public String getXMLDesc(int flags) throws LibvirtException {
        return handle.call("virStorageVolGetXMLDesc", volume -> volume.xml(flags));
    }

    /// The pool that it is in (`virStoragePoolLookupByVolume`).
    public StoragePool storagePoolLookupByVolume() throws LibvirtException {
        return new StoragePool(
                virConnect, handle.call("virStoragePoolLookupByVolume", StorageVolume::pool));
    }

    /// Overwrites its data (`virStorageVolWipe`).
    ///
    /// @return 0
    public int wipe() throws LibvirtException {
        handle.run("virStorageVolWipe", volume -> volume.wipe(0));
        return 0;
    }

    /// Gives it another size (`virStorageVolResize`).
    ///
    /// @param capacity in bytes
    /// @param flags of [ResizeFlags]
    /// @return 0
    public int resize(long capacity, int flags) throws LibvirtException {
        handle.run("virStorageVolResize", volume -> volume.resize(capacity, new Flags<>(flags)));
        return 0;
    }

    /// Has a stream write its data (`virStorageVolUpload`).
    ///
    /// @param stream a new one
    /// @param offset of the first byte
    /// @param length how many bytes; 0 for all that come
    /// @param flags of [UploadFlags]
    public void upload(Stream stream, long offset, long length, int flags) throws LibvirtException {
        stream.open(
                handle.call(
                        "virStorageVolUpload",
                        volume -> StreamPipe.upload(volume, offset, length, flags)));
    }

    /// Has a stream read its data (`virStorageVolDownload`).
    ///
    /// @param stream a new one
    /// @param offset of the first byte
    /// @param length how many bytes; 0 for all there are
    /// @param flags of [DownloadFlags]
    public void download(Stream stream, long offset, long length, int flags)
            throws LibvirtException {
        stream.open(
                handle.call(
                        "virStorageVolDownload",
                        volume -> StreamPipe.download(volume, offset, length, flags)));
    }
}
