package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StorageVolumeCreateFlag;
import dev.jvirt.api.storage.StorageVolumeDeleteFlag;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeInfo;
import dev.jvirt.api.storage.StorageVolumeInfoFlag;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import dev.jvirt.api.storage.StorageVolumeType;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import dev.jvirt.api.storage.StorageVolumeWipeAlgorithm;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.storage.StorageVolDownloadCodec;
import dev.jvirt.protocol.storage.StorageVolUploadCodec;
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
import dev.jvirt.protocol.storage.StorageVolumeCallsClient;

/// Storage volumes of the far host.
record RemoteStorageVolumeDriver(RemoteCaller caller) implements StorageVolumeDriver {

    private StorageVolumeCallsClient calls() {
        return new StorageVolumeCallsClient(caller);
    }

    @Override
    public StorageVolumeId lookupByName(StoragePoolId pool, String name) {
        var call = new StorageVolLookupByName(Identities.remote(pool), name);
        return Identities.local(calls().storageVolLookupByName(call).vol());
    }

    @Override
    public StorageVolumeId lookupByKey(String key) {
        return Identities.local(
                calls().storageVolLookupByKey(new StorageVolLookupByKey(key)).vol());
    }

    @Override
    public StorageVolumeId lookupByPath(String path) {
        return Identities.local(
                calls().storageVolLookupByPath(new StorageVolLookupByPath(path)).vol());
    }

    @Override
    public StorageVolumeId createXml(
            StoragePoolId pool, String xml, Flags<StorageVolumeCreateFlag> flags) {
        var call = new StorageVolCreateXml(Identities.remote(pool), xml, flags.bits());
        return Identities.local(calls().storageVolCreateXml(call).vol());
    }

    @Override
    public StorageVolumeId createXmlFrom(
            StoragePoolId pool,
            String xml,
            StorageVolumeId source,
            Flags<StorageVolumeCreateFlag> flags) {
        var call =
                new StorageVolCreateXmlFrom(
                        Identities.remote(pool), xml, Identities.remote(source), flags.bits());
        return Identities.local(calls().storageVolCreateXmlFrom(call).vol());
    }

    @Override
    public void delete(StorageVolumeId volume, Flags<StorageVolumeDeleteFlag> flags) {
        calls().storageVolDelete(new StorageVolDelete(Identities.remote(volume), flags.bits()));
    }

    /// Zeros are asked for with the older call: every daemon has it.
    @Override
    public void wipe(StorageVolumeId volume, int algorithm, int flags) {
        if (algorithm == StorageVolumeWipeAlgorithm.ZERO.code()) {
            calls().storageVolWipe(new StorageVolWipe(Identities.remote(volume), flags));
        } else {
            calls().storageVolWipePattern(
                            new StorageVolWipePattern(Identities.remote(volume), algorithm, flags));
        }
    }

    @Override
    public void resize(
            StorageVolumeId volume, long capacity, Flags<StorageVolumeResizeFlag> flags) {
        calls().storageVolResize(
                        new StorageVolResize(Identities.remote(volume), capacity, flags.bits()));
    }

    @Override
    public StorageVolumeInfo info(StorageVolumeId volume, Flags<StorageVolumeInfoFlag> flags) {
        if (flags.bits() == 0) {
            var info = calls().storageVolGetInfo(new StorageVolGetInfo(Identities.remote(volume)));
            return new StorageVolumeInfo(
                    StorageVolumeType.of(info.type()), info.capacity(), info.allocation());
        }
        var call = new StorageVolGetInfoFlags(Identities.remote(volume), flags.bits());
        var info = calls().storageVolGetInfoFlags(call);
        return new StorageVolumeInfo(
                StorageVolumeType.of(info.type()), info.capacity(), info.allocation());
    }

    @Override
    public String xml(StorageVolumeId volume, int flags) {
        return calls().storageVolGetXmlDesc(
                        new StorageVolGetXmlDesc(Identities.remote(volume), flags))
                .xml();
    }

    @Override
    public String path(StorageVolumeId volume) {
        return calls().storageVolGetPath(new StorageVolGetPath(Identities.remote(volume))).name();
    }

    @Override
    public StreamChannel upload(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeUploadFlag> flags) {
        return caller.openStream(
                        StorageVolumeCallsClient.STORAGE_VOL_UPLOAD,
                        StorageVolUploadCodec.INSTANCE,
                        new StorageVolUpload(
                                Identities.remote(volume), offset, length, flags.bits()))
                .withHoles(flags.has(StorageVolumeUploadFlag.SPARSE_STREAM));
    }

    @Override
    public StreamChannel download(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeDownloadFlag> flags) {
        return caller.openStream(
                        StorageVolumeCallsClient.STORAGE_VOL_DOWNLOAD,
                        StorageVolDownloadCodec.INSTANCE,
                        new StorageVolDownload(
                                Identities.remote(volume), offset, length, flags.bits()))
                .withHoles(flags.has(StorageVolumeDownloadFlag.SPARSE_STREAM));
    }
}
