package dev.jvirt.protocol.storage;

import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;

/// Storage volumes: finding them, their life, their bytes.
@Wire(Program.REMOTE)
public interface StorageVolumeCalls {
    /// virStorageVolCreateXML
    @Procedure(number = 93, acl = "storage_vol:create")
    record StorageVolCreateXml(RemoteStoragePool pool, String xml, int flags) {
        public record Reply(RemoteStorageVolume vol) {}
    }

    /// virStorageVolCreateXMLFrom
    @Procedure(number = 125, acl = "storage_vol:create")
    record StorageVolCreateXmlFrom(
            RemoteStoragePool pool, String xml, RemoteStorageVolume clonevol, int flags) {
        public record Reply(RemoteStorageVolume vol) {}
    }

    /// virStorageVolDelete
    @Procedure(number = 94, acl = "storage_vol:delete")
    record StorageVolDelete(RemoteStorageVolume vol, int flags) {}

    /// virStorageVolWipe
    @Procedure(number = 165, acl = "storage_vol:format")
    record StorageVolWipe(RemoteStorageVolume vol, int flags) {}

    /// virStorageVolWipePattern
    @Procedure(number = 259, acl = "storage_vol:format")
    record StorageVolWipePattern(RemoteStorageVolume vol, int algorithm, int flags) {}

    /// virStorageVolResize
    @Procedure(number = 260, acl = "storage_vol:resize")
    record StorageVolResize(RemoteStorageVolume vol, long capacity, int flags) {}

    /// virStorageVolLookupByName
    @Procedure(number = 95, acl = "storage_vol:getattr", priority = Priority.HIGH)
    record StorageVolLookupByName(RemoteStoragePool pool, String name) {
        public record Reply(RemoteStorageVolume vol) {}
    }

    /// virStorageVolLookupByKey
    @Procedure(number = 96, acl = "storage_vol:getattr", priority = Priority.HIGH)
    record StorageVolLookupByKey(String key) {
        public record Reply(RemoteStorageVolume vol) {}
    }

    /// virStorageVolLookupByPath
    @Procedure(number = 97, acl = "storage_vol:getattr", priority = Priority.HIGH)
    record StorageVolLookupByPath(String path) {
        public record Reply(RemoteStorageVolume vol) {}
    }

    /// virStorageVolGetInfo
    @Procedure(number = 98, acl = "storage_vol:read", priority = Priority.HIGH)
    record StorageVolGetInfo(RemoteStorageVolume vol) {
        public record Reply(byte type, long capacity, long allocation) {}
    }

    /// virStorageVolGetInfoFlags
    @Procedure(number = 378, acl = "storage_vol:read", priority = Priority.HIGH)
    record StorageVolGetInfoFlags(RemoteStorageVolume vol, int flags) {
        public record Reply(byte type, long capacity, long allocation) {}
    }

    /// virStorageVolGetXMLDesc
    @Procedure(number = 99, acl = "storage_vol:read", priority = Priority.HIGH)
    record StorageVolGetXmlDesc(RemoteStorageVolume vol, int flags) {
        public record Reply(String xml) {}
    }

    /// virStorageVolGetPath
    @Procedure(number = 100, acl = "storage_vol:read", priority = Priority.HIGH)
    record StorageVolGetPath(RemoteStorageVolume vol) {
        public record Reply(String name) {}
    }

    /// virStorageVolUpload
    @Procedure(
            number = 208,
            acl = "storage_vol:data_write",
            stream = "write@1",
            sparse = "VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM")
    record StorageVolUpload(RemoteStorageVolume vol, long offset, long length, int flags) {}

    /// virStorageVolDownload
    @Procedure(
            number = 209,
            acl = "storage_vol:data_read",
            stream = "read@1",
            sparse = "VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM")
    record StorageVolDownload(RemoteStorageVolume vol, long offset, long length, int flags) {}
}
