package dev.jvirt.api;

import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.storage.StoragePoolCreateFlag;
import dev.jvirt.api.storage.StoragePoolDefineFlag;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StoragePoolListFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The storage pools that a connection reaches: finding them, and making new ones.
///
/// @param connection that it belongs to
public record StoragePools(Connection connection) {

    /// The storage pools that pass the filters, all without any (`virConnectListAllStoragePools`;
    /// with the filters ACTIVE or INACTIVE also `virConnectListStoragePools`,
    /// `virConnectNumOfStoragePools`, `virConnectListDefinedStoragePools`,
    /// `virConnectNumOfDefinedStoragePools`).
    ///
    /// @since 0.10.2
    public List<StoragePool> list(Flags<StoragePoolListFlag> flags) {
        List<StoragePoolId> found = reading("virConnectListAllStoragePools").list(flags);
        var pools = new ArrayList<StoragePool>(found.size());
        for (StoragePoolId pool : found) {
            pools.add(pool(pool));
        }
        return pools;
    }

    /// The storage pool with that name (`virStoragePoolLookupByName`).
    ///
    /// @throws LibvirtException NO_STORAGE_POOL if there is none
    /// @since 0.4.1
    public StoragePool lookupByName(String name) {
        return pool(reading("virStoragePoolLookupByName").lookupByName(name));
    }

    /// The storage pool with that UUID (`virStoragePoolLookupByUUID`,
    /// `virStoragePoolLookupByUUIDString`).
    ///
    /// @throws LibvirtException NO_STORAGE_POOL if there is none
    /// @since 0.4.1
    public StoragePool lookupByUuid(UUID uuid) {
        return pool(reading("virStoragePoolLookupByUUID").lookupByUuid(uuid));
    }

    /// The storage pool whose target is at that path (`virStoragePoolLookupByTargetPath`).
    ///
    /// @param path of a folder or device of the host, as in `<target><path>`
    /// @throws LibvirtException NO_STORAGE_POOL if there is none
    /// @since 4.1.0
    public StoragePool lookupByTargetPath(String path) {
        return pool(reading("virStoragePoolLookupByTargetPath").lookupByTargetPath(path));
    }

    /// A handle for a storage pool whose identity is known already, without asking the driver
    /// whether it still exists.
    public StoragePool pool(StoragePoolId identity) {
        return new StoragePool(connection, identity);
    }

    /// Starts a storage pool that need not be defined and is gone when it stops
    /// (`virStoragePoolCreateXML`).
    ///
    /// @param xml the pool's document
    /// @since 0.4.1
    public StoragePool createXml(String xml, Flags<StoragePoolCreateFlag> flags) {
        return pool(changing("virStoragePoolCreateXML").createXml(xml, flags));
    }

    /// Defines a storage pool, or defines it anew, without starting it (`virStoragePoolDefineXML`).
    ///
    /// @param xml the pool's document
    /// @since 0.4.1
    public StoragePool defineXml(String xml, Flags<StoragePoolDefineFlag> flags) {
        return pool(changing("virStoragePoolDefineXML").defineXml(xml, flags));
    }

    /// Looks for what storage pools of one kind could be made of, for example the exports of an NFS
    /// server (`virConnectFindStoragePoolSources`).
    ///
    /// @param type of the pools, for example `netfs` or `logical`
    /// @param sourceSpec where to look, as a `<source>` document; empty for kinds that are found on
    /// the host alone
    /// @param flags 0
    /// @return a `<sources>` document
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection: looking may reach out
    /// to other hosts
    /// @since 0.4.5
    public String findSources(String type, Optional<String> sourceSpec, int flags) {
        return changing("virConnectFindStoragePoolSources").findSources(type, sourceSpec, flags);
    }

    /// The kinds of storage pools that the driver knows and what each can do
    /// (`virConnectGetStoragePoolCapabilities`).
    ///
    /// @param flags 0
    /// @return a `<storagepoolCapabilities>` document
    /// @since 5.2.0
    public String capabilities(int flags) {
        return reading("virConnectGetStoragePoolCapabilities").capabilities(flags);
    }

    private StoragePoolDriver reading(String function) {
        return connection.objects(function).storage().pools();
    }

    private StoragePoolDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.STORAGE, function).storage().pools();
    }
}
