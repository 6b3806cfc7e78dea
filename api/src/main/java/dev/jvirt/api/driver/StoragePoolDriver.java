package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.storage.StoragePoolBuildFlag;
import dev.jvirt.api.storage.StoragePoolCreateFlag;
import dev.jvirt.api.storage.StoragePoolDefineFlag;
import dev.jvirt.api.storage.StoragePoolDeleteFlag;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StoragePoolInfo;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageXmlFlag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What a driver can do with storage pools. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface StoragePoolDriver {
    /// The storage pools that pass the filters.
    @Since("0.10.2")
    default List<StoragePoolId> list(Flags<StoragePoolListFlag> flags) {
        throw unsupported("virConnectListAllStoragePools");
    }

    /// What storage pools of the kind `type` could be made of, as XML.
    ///
    /// @param sourceSpec where to look, as XML; empty for kinds that need no telling
    @Since("0.4.5")
    default String findSources(String type, Optional<String> sourceSpec, int flags) {
        throw unsupported("virConnectFindStoragePoolSources");
    }

    /// The kinds of storage pools and what they can do, as XML.
    @Since("5.2.0")
    default String capabilities(int flags) {
        throw unsupported("virConnectGetStoragePoolCapabilities");
    }

    /// The storage pool with that name, or NO_STORAGE_POOL.
    @Since("0.4.1")
    default StoragePoolId lookupByName(String name) {
        throw unsupported("virStoragePoolLookupByName");
    }

    /// The storage pool with that UUID, or NO_STORAGE_POOL.
    @Since("0.4.1")
    default StoragePoolId lookupByUuid(UUID uuid) {
        throw unsupported("virStoragePoolLookupByUUID");
    }

    /// The storage pool that the volume is in, or NO_STORAGE_POOL.
    @Since("0.4.1")
    default StoragePoolId lookupByVolume(StorageVolumeId volume) {
        throw unsupported("virStoragePoolLookupByVolume");
    }

    /// The storage pool whose target is at `path`, or NO_STORAGE_POOL.
    @Since("4.1.0")
    default StoragePoolId lookupByTargetPath(String path) {
        throw unsupported("virStoragePoolLookupByTargetPath");
    }

    /// Starts a storage pool that need not be defined.
    @Since("0.4.1")
    default StoragePoolId createXml(String xml, Flags<StoragePoolCreateFlag> flags) {
        throw unsupported("virStoragePoolCreateXML");
    }

    /// Defines a storage pool, or defines it anew.
    @Since("0.4.1")
    default StoragePoolId defineXml(String xml, Flags<StoragePoolDefineFlag> flags) {
        throw unsupported("virStoragePoolDefineXML");
    }

    /// Makes what the storage pool needs: a folder, a file system, a volume group, ...
    @Since("0.4.1")
    default void build(StoragePoolId pool, Flags<StoragePoolBuildFlag> flags) {
        throw unsupported("virStoragePoolBuild");
    }

    /// Starts a defined storage pool.
    @Since("0.4.1")
    default void create(StoragePoolId pool, Flags<StoragePoolCreateFlag> flags) {
        throw unsupported("virStoragePoolCreate");
    }

    /// Stops a storage pool; its data stay.
    @Since("0.4.1")
    default void destroy(StoragePoolId pool) {
        throw unsupported("virStoragePoolDestroy");
    }

    /// Deletes what a storage pool was built of.
    @Since("0.4.1")
    default void delete(StoragePoolId pool, Flags<StoragePoolDeleteFlag> flags) {
        throw unsupported("virStoragePoolDelete");
    }

    /// Removes the definition of a storage pool.
    @Since("0.4.1")
    default void undefine(StoragePoolId pool) {
        throw unsupported("virStoragePoolUndefine");
    }

    /// Looks for the volumes of a storage pool anew.
    @Since("0.4.1")
    default void refresh(StoragePoolId pool, int flags) {
        throw unsupported("virStoragePoolRefresh");
    }

    /// State and sizes.
    @Since("0.4.1")
    default StoragePoolInfo info(StoragePoolId pool) {
        throw unsupported("virStoragePoolGetInfo");
    }

    /// The document of the storage pool.
    @Since("0.4.1")
    default String xml(StoragePoolId pool, Flags<StorageXmlFlag> flags) {
        throw unsupported("virStoragePoolGetXMLDesc");
    }

    /// Whether the storage pool starts with the host.
    @Since("0.4.1")
    default boolean autostart(StoragePoolId pool) {
        throw unsupported("virStoragePoolGetAutostart");
    }

    /// Sets whether the storage pool starts with the host.
    @Since("0.4.1")
    default void setAutostart(StoragePoolId pool, boolean autostart) {
        throw unsupported("virStoragePoolSetAutostart");
    }

    /// Whether the storage pool runs.
    @Since("0.7.3")
    default boolean isActive(StoragePoolId pool) {
        throw unsupported("virStoragePoolIsActive");
    }

    /// Whether the storage pool is defined, and thus stays when it stops.
    @Since("0.7.3")
    default boolean isPersistent(StoragePoolId pool) {
        throw unsupported("virStoragePoolIsPersistent");
    }

    /// The volumes in the storage pool.
    @Since("0.10.2")
    default List<StorageVolumeId> volumes(StoragePoolId pool, int flags) {
        throw unsupported("virStoragePoolListAllVolumes");
    }

    /// Delivers events of one kind, of one pool or of all. The handler must not wait; who calls it
    /// is the driver.
    @Since("2.0.0")
    default Subscription subscribe(
            StoragePoolEventId kind,
            Optional<StoragePoolId> pool,
            Consumer<StoragePoolEvent> handler) {
        throw unsupported("virConnectStoragePoolEventRegisterAny");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.STORAGE, function);
    }
}
