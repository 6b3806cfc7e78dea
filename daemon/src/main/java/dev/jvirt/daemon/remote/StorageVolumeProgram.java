package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.StorageVolumes;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.storage.StorageVolumeCreateFlag;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.storage.RemoteStoragePool;
import dev.jvirt.protocol.storage.RemoteStorageVolume;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolCreateXml;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolCreateXmlFrom;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolDelete;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolDownload;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetInfo;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetInfoFlags;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetPath;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetXmlDesc;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolLookupByKey;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolLookupByName;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolLookupByPath;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolResize;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolUpload;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolWipe;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolWipePattern;
import dev.jvirt.protocol.storage.StorageVolumeCallsHandler;
import dev.jvirt.rpc.server.IncomingCall;

/// Storage volumes.
record StorageVolumeProgram(RemoteSession session, IncomingCall call)
        implements StorageVolumeCallsHandler {

    private StoragePool pool(RemoteStoragePool named) {
        return session.connection().storagePools().pool(Identities.local(named));
    }

    private StorageVolumes volumes() {
        return session.connection().storageVolumes();
    }

    private StorageVolume volume(RemoteStorageVolume named) {
        return volumes().volume(Identities.local(named));
    }

    private static RemoteStorageVolume remote(StorageVolume volume) {
        return Identities.remote(volume.identity());
    }

    @Override
    public StorageVolLookupByName.Reply storageVolLookupByName(StorageVolLookupByName message) {
        return new StorageVolLookupByName.Reply(
                remote(pool(message.pool()).lookupVolumeByName(message.name())));
    }

    @Override
    public StorageVolLookupByKey.Reply storageVolLookupByKey(StorageVolLookupByKey message) {
        return new StorageVolLookupByKey.Reply(remote(volumes().lookupByKey(message.key())));
    }

    @Override
    public StorageVolLookupByPath.Reply storageVolLookupByPath(StorageVolLookupByPath message) {
        return new StorageVolLookupByPath.Reply(remote(volumes().lookupByPath(message.path())));
    }

    @Override
    public StorageVolCreateXml.Reply storageVolCreateXml(StorageVolCreateXml message) {
        var flags = new Flags<StorageVolumeCreateFlag>(message.flags());
        return new StorageVolCreateXml.Reply(
                remote(pool(message.pool()).createVolumeXml(message.xml(), flags)));
    }

    @Override
    public StorageVolCreateXmlFrom.Reply storageVolCreateXmlFrom(StorageVolCreateXmlFrom message) {
        var source = volume(message.clonevol());
        var flags = new Flags<StorageVolumeCreateFlag>(message.flags());
        return new StorageVolCreateXmlFrom.Reply(
                remote(pool(message.pool()).createVolumeXmlFrom(message.xml(), source, flags)));
    }

    @Override
    public void storageVolDelete(StorageVolDelete message) {
        volume(message.vol()).delete(new Flags<>(message.flags()));
    }

    @Override
    public void storageVolWipe(StorageVolWipe message) {
        NamedCall.run(
                ErrorDomain.STORAGE,
                "virStorageVolWipe",
                () -> volume(message.vol()).wipe(message.flags()));
    }

    @Override
    public void storageVolWipePattern(StorageVolWipePattern message) {
        volume(message.vol()).wipePattern(message.algorithm(), message.flags());
    }

    @Override
    public void storageVolResize(StorageVolResize message) {
        volume(message.vol()).resize(message.capacity(), new Flags<>(message.flags()));
    }

    @Override
    public StorageVolGetInfo.Reply storageVolGetInfo(StorageVolGetInfo message) {
        var info =
                NamedCall.of(
                        ErrorDomain.STORAGE,
                        "virStorageVolGetInfo",
                        () -> volume(message.vol()).info(Flags.none()));
        return new StorageVolGetInfo.Reply(
                (byte) info.type().code(), info.capacity(), info.allocation());
    }

    @Override
    public StorageVolGetInfoFlags.Reply storageVolGetInfoFlags(StorageVolGetInfoFlags message) {
        var info = volume(message.vol()).info(new Flags<>(message.flags()));
        return new StorageVolGetInfoFlags.Reply(
                (byte) info.type().code(), info.capacity(), info.allocation());
    }

    @Override
    public StorageVolGetXmlDesc.Reply storageVolGetXmlDesc(StorageVolGetXmlDesc message) {
        return new StorageVolGetXmlDesc.Reply(volume(message.vol()).xml(message.flags()));
    }

    @Override
    public StorageVolGetPath.Reply storageVolGetPath(StorageVolGetPath message) {
        return new StorageVolGetPath.Reply(volume(message.vol()).path());
    }

    @Override
    public void storageVolUpload(StorageVolUpload message) {
        var flags = new Flags<StorageVolumeUploadFlag>(message.flags());
        var stream = volume(message.vol()).upload(message.offset(), message.length(), flags);
        StreamPump.startReceiving(call, stream, flags.has(StorageVolumeUploadFlag.SPARSE_STREAM));
    }

    @Override
    public void storageVolDownload(StorageVolDownload message) {
        var flags = new Flags<StorageVolumeDownloadFlag>(message.flags());
        var stream = volume(message.vol()).download(message.offset(), message.length(), flags);
        StreamPump.startSending(call, stream, flags.has(StorageVolumeDownloadFlag.SPARSE_STREAM));
    }
}
