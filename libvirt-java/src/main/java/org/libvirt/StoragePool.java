package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;
import java.util.List;

/// A storage pool (`virStoragePoolPtr`).
public class StoragePool {
    /// How a pool is built (`virStoragePoolBuildFlags`).
    static final class BuildFlags {
        static final int VIR_STORAGE_POOL_BUILD_NEW = 0;
        static final int VIR_STORAGE_POOL_BUILD_REPAIR = 1;
        static final int VIR_STORAGE_POOL_BUILD_RESIZE = 2;
    }

    /// How a pool is deleted (`virStoragePoolDeleteFlags`).
    static final class DeleteFlags {
        static final int VIR_STORAGE_POOL_DELETE_NORMAL = 0;
        static final int VIR_STORAGE_POOL_DELETE_ZEROED = 1;
    }

    /// How a volume is made (`virStorageVolCreateFlags`).
    public static final class VolumeCreateFlags {
        public static final int PREALLOC_METADATA = 1 << 0;
        public static final int REFLINK = 1 << 1;
    }

    /// The connection that it belongs to.
    protected Connect virConnect;

    private final Handle<dev.jvirt.api.StoragePool> handle;

    StoragePool(Connect connect, dev.jvirt.api.StoragePool pool) {
        this.virConnect = connect;
        this.handle = connect.handle().next(Handle.Kind.STORAGE_POOL, pool);
    }

    /// Makes what it keeps its volumes in (`virStoragePoolBuild`).
    public void build(int flags) throws LibvirtException {
        handle.run("virStoragePoolBuild", pool -> pool.build(new Flags<>(flags)));
    }

    /// Starts it (`virStoragePoolCreate`).
    public void create(int flags) throws LibvirtException {
        handle.run("virStoragePoolCreate", pool -> pool.create(new Flags<>(flags)));
    }

    /// Removes what it keeps its volumes in (`virStoragePoolDelete`).
    public void delete(int flags) throws LibvirtException {
        handle.run("virStoragePoolDelete", pool -> pool.delete(new Flags<>(flags)));
    }

    /// Stops it; its volumes stay (`virStoragePoolDestroy`).
    public void destroy() throws LibvirtException {
        handle.run("virStoragePoolDestroy", dev.jvirt.api.StoragePool::destroy);
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virStoragePoolFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Whether it starts with the daemon (`virStoragePoolGetAutostart`).
    public boolean getAutostart() throws LibvirtException {
        return handle.call("virStoragePoolGetAutostart", dev.jvirt.api.StoragePool::autostart);
    }

    /// The connection that it belongs to.
    public Connect getConnect() {
        return virConnect;
    }

    /// Its state and its sizes (`virStoragePoolGetInfo`).
    public StoragePoolInfo getInfo() throws LibvirtException {
        return handle.call("virStoragePoolGetInfo", pool -> new StoragePoolInfo(pool.info()));
    }

    /// Its name (`virStoragePoolGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virStoragePoolGetName", dev.jvirt.api.StoragePool::name);
    }

    /// The bytes of its UUID (`virStoragePoolGetUUID`).
    public int[] getUUID() throws LibvirtException {
        return handle.call("virStoragePoolGetUUID", pool -> Numbers.ints(pool.uuid()));
    }

    /// Its UUID (`virStoragePoolGetUUIDString`).
    public String getUUIDString() throws LibvirtException {
        return handle.call("virStoragePoolGetUUIDString", pool -> pool.uuid().toString());
    }

    /// Its document (`virStoragePoolGetXMLDesc`).
    public String getXMLDesc(int flags) throws LibvirtException {
        return handle.call("virStoragePoolGetXMLDesc", pool -> pool.xml(new Flags<>(flags)));
    }

    /// 1 if it runs, 0 if not (`virStoragePoolIsActive`).
    public int isActive() throws LibvirtException {
        return handle.call("virStoragePoolIsActive", pool -> Numbers.of(pool.isActive()));
    }

    /// 1 if it is defined, 0 if it is gone when it stops (`virStoragePoolIsPersistent`).
    public int isPersistent() throws LibvirtException {
        return handle.call("virStoragePoolIsPersistent", pool -> Numbers.of(pool.isPersistent()));
    }

    /// The names of its volumes (`virStoragePoolListVolumes`).
    public String[] listVolumes() throws LibvirtException {
        return volumes().stream().map(StorageVolume::name).toArray(String[]::new);
    }

    /// How many volumes it has (`virStoragePoolNumOfVolumes`).
    public int numOfVolumes() throws LibvirtException {
        return volumes().size();
    }

    private List<StorageVolume> volumes() throws LibvirtException {
        return handle.call("virStoragePoolNumOfVolumes", pool -> pool.volumes(0));
    }

    /// Looks for volumes that came or went otherwise (`virStoragePoolRefresh`).
    public void refresh(int flags) throws LibvirtException {
        handle.run("virStoragePoolRefresh", pool -> pool.refresh(flags));
    }

    /// Has it start with the daemon, or not (`virStoragePoolSetAutostart`).
    ///
    /// @param autostart 0 for no
    public void setAutostart(int autostart) throws LibvirtException {
        handle.run("virStoragePoolSetAutostart", pool -> pool.setAutostart(autostart != 0));
    }

    /// Makes a volume (`virStorageVolCreateXML`).
    public StorageVol storageVolCreateXML(String xmlDesc, int flags) throws LibvirtException {
        return volume(
                handle.call(
                        "virStorageVolCreateXML",
                        "xmlDesc",
                        xmlDesc,
                        (pool, xml) -> pool.createVolumeXml(xml, new Flags<>(flags))));
    }

    /// Makes a volume with the data of another one (`virStorageVolCreateXMLFrom`).
    public StorageVol storageVolCreateXMLFrom(String xmlDesc, StorageVol cloneVolume, int flags)
            throws LibvirtException {
        return volume(
                handle.call(
                        "virStorageVolCreateXMLFrom",
                        "xmlDesc",
                        xmlDesc,
                        (pool, xml) ->
                                pool.createVolumeXmlFrom(
                                        xml, cloneVolume.handle().target(), new Flags<>(flags))));
    }

    /// The volume with that name (`virStorageVolLookupByName`).
    public StorageVol storageVolLookupByName(String name) throws LibvirtException {
        return volume(
                handle.call(
                        "virStorageVolLookupByName",
                        "name",
                        name,
                        dev.jvirt.api.StoragePool::lookupVolumeByName));
    }

    private StorageVol volume(StorageVolume volume) {
        return new StorageVol(virConnect, volume);
    }

    /// Removes its definition (`virStoragePoolUndefine`).
    public void undefine() throws LibvirtException {
        handle.run("virStoragePoolUndefine", dev.jvirt.api.StoragePool::undefine);
    }
}
