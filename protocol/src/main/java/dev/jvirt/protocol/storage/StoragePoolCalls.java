package dev.jvirt.protocol.storage;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Storage pools: finding them, their life, their volumes as a list.
@Wire(Program.REMOTE)
public interface StoragePoolCalls {
    /// virConnectNumOfStoragePools
    @Procedure(
            number = 71,
            acl = "connect:search_storage_pools",
            filter = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfStoragePools() {
        public record Reply(int num) {}
    }

    /// virConnectListStoragePools
    @Procedure(
            number = 72,
            acl = "connect:search_storage_pools",
            filter = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListStoragePools(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectNumOfDefinedStoragePools
    @Procedure(
            number = 73,
            acl = "connect:search_storage_pools",
            filter = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfDefinedStoragePools() {
        public record Reply(int num) {}
    }

    /// virConnectListDefinedStoragePools
    @Procedure(
            number = 74,
            acl = "connect:search_storage_pools",
            filter = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListDefinedStoragePools(int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virConnectListAllStoragePools
    @Procedure(
            number = 281,
            acl = "connect:search_storage_pools",
            filter = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListAllStoragePools(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteStoragePool> pools, int count) {}
    }

    /// virConnectFindStoragePoolSources
    @Procedure(number = 75, acl = "connect:detect_storage_pools")
    record ConnectFindStoragePoolSources(String type, Optional<String> srcSpec, int flags) {
        public record Reply(String xml) {}
    }

    /// virConnectGetStoragePoolCapabilities
    @Procedure(number = 403, acl = "connect:read")
    record ConnectGetStoragePoolCapabilities(int flags) {
        public record Reply(String capabilities) {}
    }

    /// virStoragePoolCreateXML
    @Procedure(
            number = 76,
            acl = {"storage_pool:start", "storage_pool:write"})
    record StoragePoolCreateXml(String xml, int flags) {
        public record Reply(RemoteStoragePool pool) {}
    }

    /// virStoragePoolDefineXML
    @Procedure(
            number = 77,
            acl = {"storage_pool:write", "storage_pool:save"},
            priority = Priority.HIGH)
    record StoragePoolDefineXml(String xml, int flags) {
        public record Reply(RemoteStoragePool pool) {}
    }

    /// virStoragePoolCreate
    @Procedure(number = 78, acl = "storage_pool:start")
    record StoragePoolCreate(RemoteStoragePool pool, int flags) {}

    /// virStoragePoolBuild
    @Procedure(number = 79, acl = "storage_pool:format")
    record StoragePoolBuild(RemoteStoragePool pool, int flags) {}

    /// virStoragePoolDestroy
    @Procedure(number = 80, acl = "storage_pool:stop", priority = Priority.HIGH)
    record StoragePoolDestroy(RemoteStoragePool pool) {}

    /// virStoragePoolDelete
    @Procedure(number = 81, acl = "storage_pool:format")
    record StoragePoolDelete(RemoteStoragePool pool, int flags) {}

    /// virStoragePoolUndefine
    @Procedure(number = 82, acl = "storage_pool:delete", priority = Priority.HIGH)
    record StoragePoolUndefine(RemoteStoragePool pool) {}

    /// virStoragePoolRefresh
    @Procedure(number = 83, acl = "storage_pool:refresh")
    record StoragePoolRefresh(RemoteStoragePool pool, int flags) {}

    /// virStoragePoolLookupByName
    @Procedure(
            number = 84,
            acl = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolLookupByName(String name) {
        public record Reply(RemoteStoragePool pool) {}
    }

    /// virStoragePoolLookupByUUID
    @Procedure(
            number = 85,
            acl = "storage_pool:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolLookupByUuid(UUID uuid) {
        public record Reply(RemoteStoragePool pool) {}
    }

    /// virStoragePoolLookupByVolume
    @Procedure(number = 86, acl = "storage_pool:getattr", priority = Priority.HIGH)
    record StoragePoolLookupByVolume(RemoteStorageVolume vol) {
        public record Reply(RemoteStoragePool pool) {}
    }

    /// virStoragePoolLookupByTargetPath
    @Procedure(number = 391, acl = "storage_pool:getattr", priority = Priority.HIGH)
    record StoragePoolLookupByTargetPath(String path) {
        public record Reply(RemoteStoragePool pool) {}
    }

    /// virStoragePoolGetInfo
    @Procedure(
            number = 87,
            acl = "storage_pool:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolGetInfo(RemoteStoragePool pool) {
        public record Reply(byte state, long capacity, long allocation, long available) {}
    }

    /// virStoragePoolGetXMLDesc
    @Procedure(
            number = 88,
            acl = "storage_pool:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolGetXmlDesc(RemoteStoragePool pool, int flags) {
        public record Reply(String xml) {}
    }

    /// virStoragePoolGetAutostart
    @Procedure(
            number = 89,
            acl = "storage_pool:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolGetAutostart(RemoteStoragePool pool) {
        public record Reply(int autostart) {}
    }

    /// virStoragePoolSetAutostart
    @Procedure(number = 90, acl = "storage_pool:write", priority = Priority.HIGH)
    record StoragePoolSetAutostart(RemoteStoragePool pool, int autostart) {}

    /// virStoragePoolIsActive
    @Procedure(
            number = 154,
            acl = "storage_pool:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolIsActive(RemoteStoragePool pool) {
        public record Reply(int active) {}
    }

    /// virStoragePoolIsPersistent
    @Procedure(
            number = 155,
            acl = "storage_pool:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolIsPersistent(RemoteStoragePool pool) {
        public record Reply(int persistent) {}
    }

    /// virStoragePoolNumOfVolumes
    @Procedure(
            number = 91,
            acl = "storage_pool:search_storage_vols",
            filter = "storage_vol:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolNumOfVolumes(RemoteStoragePool pool) {
        public record Reply(int num) {}
    }

    /// virStoragePoolListVolumes
    @Procedure(
            number = 92,
            acl = "storage_pool:search_storage_vols",
            filter = "storage_vol:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolListVolumes(RemoteStoragePool pool, int maxnames) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virStoragePoolListAllVolumes
    @Procedure(
            number = 282,
            acl = "storage_pool:search_storage_vols",
            filter = "storage_vol:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record StoragePoolListAllVolumes(RemoteStoragePool pool, int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteStorageVolume> vols, int count) {}
    }
}
