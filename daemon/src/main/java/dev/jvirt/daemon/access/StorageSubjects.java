package dev.jvirt.daemon.access;

import dev.jvirt.api.Connection;
import dev.jvirt.api.StoragePool;
import dev.jvirt.protocol.storage.RemoteStoragePool;
import dev.jvirt.protocol.storage.RemoteStorageVolume;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolCreateXml;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolDefineXml;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByName;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByTargetPath;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByUuid;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolCreateXml;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolCreateXmlFrom;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolLookupByKey;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolLookupByName;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolLookupByPath;
import java.util.Map;

/// Which storage pool or volume a call is about.
///
/// @param connection to look it up
record StorageSubjects(Connection connection) {

    /// @param subject what the call names, or the call itself
    Map<String, String> pool(Object subject) {
        return switch (subject) {
            case RemoteStoragePool pool -> ObjectAttributes.of(known(pool));
            case RemoteStorageVolume volume -> ObjectAttributes.of(named(volume.pool()));
            case StoragePoolLookupByName(var name) -> ObjectAttributes.of(named(name));
            case StoragePoolLookupByUuid(var uuid) ->
                    ObjectAttributes.of(connection.storagePools().lookupByUuid(uuid));
            case StoragePoolLookupByTargetPath(var path) ->
                    ObjectAttributes.of(connection.storagePools().lookupByTargetPath(path));
            case StoragePoolCreateXml(var xml, _) -> described(xml);
            case StoragePoolDefineXml(var xml, _) -> described(xml);
            default -> Map.of();
        };
    }

    private StoragePool known(RemoteStoragePool pool) {
        return connection.storagePools().lookupByUuid(pool.uuid());
    }

    private StoragePool named(String name) {
        return connection.storagePools().lookupByName(name);
    }

    private static Map<String, String> described(String xml) {
        return DocumentAttributes.of(ObjectType.STORAGE_POOL, xml);
    }

    /// @param subject the volume or the pool that the call names
    /// @param call the call itself
    Map<String, String> volume(Object subject, Object call) {
        if (subject instanceof RemoteStorageVolume volume) {
            return ObjectAttributes.of(named(volume.pool()).lookupVolumeByName(volume.name()));
        }
        return switch (call) {
            case StorageVolLookupByName(var pool, var name) ->
                    ObjectAttributes.of(known(pool).lookupVolumeByName(name));
            case StorageVolLookupByKey(var key) ->
                    ObjectAttributes.of(connection.storageVolumes().lookupByKey(key));
            case StorageVolLookupByPath(var path) ->
                    ObjectAttributes.of(connection.storageVolumes().lookupByPath(path));
            case StorageVolCreateXml(var pool, var xml, _) -> described(pool, xml);
            case StorageVolCreateXmlFrom(var pool, var xml, _, _) -> described(pool, xml);
            default -> Map.of();
        };
    }

    private Map<String, String> described(RemoteStoragePool pool, String xml) {
        return Attributes.with(
                ObjectAttributes.of(known(pool)),
                DocumentAttributes.of(ObjectType.STORAGE_VOL, xml));
    }
}
