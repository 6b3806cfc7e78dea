package dev.jvirt.api;

import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.storage.StoragePoolBuildFlag;
import dev.jvirt.api.storage.StoragePoolCreateFlag;
import dev.jvirt.api.storage.StoragePoolDeleteFlag;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StoragePoolInfo;
import dev.jvirt.api.storage.StorageVolumeCreateFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageXmlFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A storage pool: a handle that names it, not its state (`virStoragePoolPtr`).
public final class StoragePool {
    private final Connection connection;
    private final StoragePoolId identity;

    StoragePool(Connection connection, StoragePoolId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The connection that it was found with (`virStoragePoolGetConnect`).
    public Connection connection() {
        return connection;
    }

    /// The pool's name (`virStoragePoolGetName`).
    public String name() {
        return identity.name();
    }

    /// The pool's UUID (`virStoragePoolGetUUID`, `virStoragePoolGetUUIDString`).
    public UUID uuid() {
        return identity.uuid();
    }

    /// Name and UUID in one: all that a handle holds, so nothing is to be counted or freed
    /// (`virStoragePoolRef`, `virStoragePoolFree`).
    public StoragePoolId identity() {
        return identity;
    }

    // -- its life --

    /// Makes what the pool needs: a folder, a file system, a partition table, a volume group
    /// (`virStoragePoolBuild`). The pool must not run.
    ///
    /// @throws LibvirtException OPERATION_INVALID if it runs
    /// @since 0.4.1
    public void build(Flags<StoragePoolBuildFlag> flags) {
        changing("virStoragePoolBuild").build(identity, flags);
    }

    /// Starts the defined pool (`virStoragePoolCreate`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it runs
    /// @since 0.4.1
    public void create(Flags<StoragePoolCreateFlag> flags) {
        changing("virStoragePoolCreate").create(identity, flags);
    }

    /// Stops the pool; its data stay where they are (`virStoragePoolDestroy`). A pool that is not
    /// defined is gone then.
    ///
    /// @throws LibvirtException OPERATION_INVALID if it does not run
    /// @since 0.4.1
    public void destroy() {
        changing("virStoragePoolDestroy").destroy(identity);
    }

    /// Deletes what the pool was built of, and with it the data: this cannot be undone
    /// (`virStoragePoolDelete`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it runs
    /// @since 0.4.1
    public void delete(Flags<StoragePoolDeleteFlag> flags) {
        changing("virStoragePoolDelete").delete(identity, flags);
    }

    /// Removes the definition of a pool that does not run (`virStoragePoolUndefine`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it runs
    /// @since 0.4.1
    public void undefine() {
        changing("virStoragePoolUndefine").undefine(identity);
    }

    /// Looks for the volumes of the running pool anew (`virStoragePoolRefresh`).
    ///
    /// @param flags 0
    /// @since 0.4.1
    public void refresh(int flags) {
        changing("virStoragePoolRefresh").refresh(identity, flags);
    }

    // -- what is known of it --

    /// State and sizes (`virStoragePoolGetInfo`).
    ///
    /// @since 0.4.1
    public StoragePoolInfo info() {
        return reading("virStoragePoolGetInfo").info(identity);
    }

    /// The pool's document (`virStoragePoolGetXMLDesc`).
    ///
    /// @since 0.4.1
    public String xml(Flags<StorageXmlFlag> flags) {
        return reading("virStoragePoolGetXMLDesc").xml(identity, flags);
    }

    /// Whether the pool starts with the host (`virStoragePoolGetAutostart`).
    ///
    /// @since 0.4.1
    public boolean autostart() {
        return reading("virStoragePoolGetAutostart").autostart(identity);
    }

    /// Sets whether the pool starts with the host (`virStoragePoolSetAutostart`).
    ///
    /// @since 0.4.1
    public void setAutostart(boolean autostart) {
        changing("virStoragePoolSetAutostart").setAutostart(identity, autostart);
    }

    /// Whether the pool runs (`virStoragePoolIsActive`).
    ///
    /// @since 0.7.3
    public boolean isActive() {
        return reading("virStoragePoolIsActive").isActive(identity);
    }

    /// Whether the pool is defined and thus stays when it stops (`virStoragePoolIsPersistent`).
    ///
    /// @since 0.7.3
    public boolean isPersistent() {
        return reading("virStoragePoolIsPersistent").isPersistent(identity);
    }

    // -- its volumes --

    /// The volumes in the running pool, as they were when it was last refreshed
    /// (`virStoragePoolListAllVolumes`, `virStoragePoolListVolumes`,
    /// `virStoragePoolNumOfVolumes`).
    ///
    /// @param flags 0
    /// @since 0.10.2
    public List<StorageVolume> volumes(int flags) {
        List<StorageVolumeId> found =
                reading("virStoragePoolListAllVolumes").volumes(identity, flags);
        var volumes = new ArrayList<StorageVolume>(found.size());
        for (StorageVolumeId volume : found) {
            volumes.add(volume(volume));
        }
        return volumes;
    }

    /// The volume with that name in the running pool (`virStorageVolLookupByName`).
    ///
    /// @throws LibvirtException NO_STORAGE_VOL if there is none
    /// @since 0.4.1
    public StorageVolume lookupVolumeByName(String name) {
        return volume(
                connection
                        .objects("virStorageVolLookupByName")
                        .storage()
                        .volumes()
                        .lookupByName(identity, name));
    }

    /// Creates a volume in the running pool (`virStorageVolCreateXML`).
    ///
    /// @param xml the volume's document
    /// @throws LibvirtException STORAGE_VOL_EXIST if its name is taken
    /// @since 0.4.1
    public StorageVolume createVolumeXml(String xml, Flags<StorageVolumeCreateFlag> flags) {
        return volume(changingVolumes("virStorageVolCreateXML").createXml(identity, xml, flags));
    }

    /// Creates a volume with the data of another one (`virStorageVolCreateXMLFrom`).
    ///
    /// @param xml the volume's document; a smaller capacity than that of `source` is raised to it
    /// @param source where the data come from; it may be in another running pool
    /// @throws LibvirtException STORAGE_VOL_EXIST if its name is taken
    /// @since 0.6.4
    public StorageVolume createVolumeXmlFrom(
            String xml, StorageVolume source, Flags<StorageVolumeCreateFlag> flags) {
        StorageVolumeDriver driver = changingVolumes("virStorageVolCreateXMLFrom");
        source.connection().checkWritable(ErrorDomain.STORAGE, "virStorageVolCreateXMLFrom");
        return volume(driver.createXmlFrom(identity, xml, source.identity(), flags));
    }

    private StorageVolume volume(StorageVolumeId volume) {
        return new StorageVolume(connection, volume);
    }

    private StoragePoolDriver reading(String function) {
        return connection.objects(function).storage().pools();
    }

    private StoragePoolDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.STORAGE, function).storage().pools();
    }

    private StorageVolumeDriver changingVolumes(String function) {
        return connection.changingObjects(ErrorDomain.STORAGE, function).storage().volumes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoragePool pool
                && pool.connection == connection
                && pool.uuid().equals(uuid());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return "storage pool " + name();
    }
}
