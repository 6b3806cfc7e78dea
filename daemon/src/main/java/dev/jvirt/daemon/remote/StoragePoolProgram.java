package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StoragePools;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.storage.RemoteStoragePool;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectFindStoragePoolSources;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectGetStoragePoolCapabilities;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListAllStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListDefinedStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectNumOfDefinedStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectNumOfStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolBuild;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolCreate;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolCreateXml;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolDefineXml;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolDelete;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolDestroy;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolGetAutostart;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolGetInfo;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolGetXmlDesc;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolIsActive;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolIsPersistent;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolListAllVolumes;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolListVolumes;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByName;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByTargetPath;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByUuid;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByVolume;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolNumOfVolumes;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolRefresh;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolSetAutostart;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolUndefine;
import dev.jvirt.protocol.storage.StoragePoolCallsHandler;
import java.util.List;

/// Storage pools.
record StoragePoolProgram(RemoteSession session) implements StoragePoolCallsHandler {

    private StoragePools pools() {
        return session.connection().storagePools();
    }

    private StoragePool pool(RemoteStoragePool named) {
        return pools().pool(Identities.local(named));
    }

    private static RemoteStoragePool remote(StoragePool pool) {
        return Identities.remote(pool.identity());
    }

    // -- lists --

    @Override
    public ConnectNumOfStoragePools.Reply connectNumOfStoragePools() {
        return new ConnectNumOfStoragePools.Reply(
                list("virConnectNumOfStoragePools", StoragePoolListFlag.ACTIVE).size());
    }

    @Override
    public ConnectListStoragePools.Reply connectListStoragePools(ConnectListStoragePools message) {
        checkPools(message.maxnames());
        var active = list("virConnectListStoragePools", StoragePoolListFlag.ACTIVE);
        return new ConnectListStoragePools.Reply(
                ListLimits.names(active, StoragePool::name, message.maxnames()));
    }

    @Override
    public ConnectNumOfDefinedStoragePools.Reply connectNumOfDefinedStoragePools() {
        return new ConnectNumOfDefinedStoragePools.Reply(
                list("virConnectNumOfDefinedStoragePools", StoragePoolListFlag.INACTIVE).size());
    }

    @Override
    public ConnectListDefinedStoragePools.Reply connectListDefinedStoragePools(
            ConnectListDefinedStoragePools message) {
        checkPools(message.maxnames());
        var inactive = list("virConnectListDefinedStoragePools", StoragePoolListFlag.INACTIVE);
        return new ConnectListDefinedStoragePools.Reply(
                ListLimits.names(inactive, StoragePool::name, message.maxnames()));
    }

    private void checkPools(int max) {
        session.connection();
        ListLimits.check(max, ListLimits.STORAGE_POOLS, "maxnames", "REMOTE_STORAGE_POOL_LIST_MAX");
    }

    private List<StoragePool> list(String function, StoragePoolListFlag flag) {
        return CallAccess.visible(
                NamedCall.of(ErrorDomain.STORAGE, function, () -> pools().list(Flags.of(flag))));
    }

    @Override
    public ConnectListAllStoragePools.Reply connectListAllStoragePools(
            ConnectListAllStoragePools message) {
        var found = CallAccess.visible(pools().list(new Flags<>(message.flags())));
        ListLimits.sendable(found, ListLimits.STORAGE_POOLS, "storage_pool");
        var wanted = message.needResults() == 0 ? List.<StoragePool>of() : found;
        return new ConnectListAllStoragePools.Reply(
                wanted.stream().map(StoragePoolProgram::remote).toList(), found.size());
    }

    @Override
    public ConnectFindStoragePoolSources.Reply connectFindStoragePoolSources(
            ConnectFindStoragePoolSources message) {
        return new ConnectFindStoragePoolSources.Reply(
                pools().findSources(message.type(), message.srcSpec(), message.flags()));
    }

    @Override
    public ConnectGetStoragePoolCapabilities.Reply connectGetStoragePoolCapabilities(
            ConnectGetStoragePoolCapabilities message) {
        return new ConnectGetStoragePoolCapabilities.Reply(pools().capabilities(message.flags()));
    }

    // -- finding one --

    @Override
    public StoragePoolLookupByName.Reply storagePoolLookupByName(StoragePoolLookupByName message) {
        return new StoragePoolLookupByName.Reply(remote(pools().lookupByName(message.name())));
    }

    @Override
    public StoragePoolLookupByUuid.Reply storagePoolLookupByUuid(StoragePoolLookupByUuid message) {
        return new StoragePoolLookupByUuid.Reply(remote(pools().lookupByUuid(message.uuid())));
    }

    @Override
    public StoragePoolLookupByVolume.Reply storagePoolLookupByVolume(
            StoragePoolLookupByVolume message) {
        var volume = session.connection().storageVolumes().volume(Identities.local(message.vol()));
        return new StoragePoolLookupByVolume.Reply(remote(volume.pool()));
    }

    @Override
    public StoragePoolLookupByTargetPath.Reply storagePoolLookupByTargetPath(
            StoragePoolLookupByTargetPath message) {
        return new StoragePoolLookupByTargetPath.Reply(
                remote(pools().lookupByTargetPath(message.path())));
    }

    // -- its life --

    @Override
    public StoragePoolCreateXml.Reply storagePoolCreateXml(StoragePoolCreateXml message) {
        var created = pools().createXml(message.xml(), new Flags<>(message.flags()));
        return new StoragePoolCreateXml.Reply(remote(created));
    }

    @Override
    public StoragePoolDefineXml.Reply storagePoolDefineXml(StoragePoolDefineXml message) {
        var defined = pools().defineXml(message.xml(), new Flags<>(message.flags()));
        return new StoragePoolDefineXml.Reply(remote(defined));
    }

    @Override
    public void storagePoolCreate(StoragePoolCreate message) {
        pool(message.pool()).create(new Flags<>(message.flags()));
    }

    @Override
    public void storagePoolBuild(StoragePoolBuild message) {
        pool(message.pool()).build(new Flags<>(message.flags()));
    }

    @Override
    public void storagePoolDestroy(StoragePoolDestroy message) {
        pool(message.pool()).destroy();
    }

    @Override
    public void storagePoolDelete(StoragePoolDelete message) {
        pool(message.pool()).delete(new Flags<>(message.flags()));
    }

    @Override
    public void storagePoolUndefine(StoragePoolUndefine message) {
        pool(message.pool()).undefine();
    }

    @Override
    public void storagePoolRefresh(StoragePoolRefresh message) {
        pool(message.pool()).refresh(message.flags());
    }

    // -- what is known of it --

    @Override
    public StoragePoolGetInfo.Reply storagePoolGetInfo(StoragePoolGetInfo message) {
        var info = pool(message.pool()).info();
        return new StoragePoolGetInfo.Reply(
                (byte) info.state().code(), info.capacity(), info.allocation(), info.available());
    }

    @Override
    public StoragePoolGetXmlDesc.Reply storagePoolGetXmlDesc(StoragePoolGetXmlDesc message) {
        return new StoragePoolGetXmlDesc.Reply(
                pool(message.pool()).xml(new Flags<>(message.flags())));
    }

    @Override
    public StoragePoolGetAutostart.Reply storagePoolGetAutostart(StoragePoolGetAutostart message) {
        return new StoragePoolGetAutostart.Reply(pool(message.pool()).autostart() ? 1 : 0);
    }

    @Override
    public void storagePoolSetAutostart(StoragePoolSetAutostart message) {
        pool(message.pool()).setAutostart(message.autostart() != 0);
    }

    @Override
    public StoragePoolIsActive.Reply storagePoolIsActive(StoragePoolIsActive message) {
        return new StoragePoolIsActive.Reply(pool(message.pool()).isActive() ? 1 : 0);
    }

    @Override
    public StoragePoolIsPersistent.Reply storagePoolIsPersistent(StoragePoolIsPersistent message) {
        return new StoragePoolIsPersistent.Reply(pool(message.pool()).isPersistent() ? 1 : 0);
    }

    // -- its volumes --

    @Override
    public StoragePoolNumOfVolumes.Reply storagePoolNumOfVolumes(StoragePoolNumOfVolumes message) {
        return new StoragePoolNumOfVolumes.Reply(
                volumes("virStoragePoolNumOfVolumes", message.pool()).size());
    }

    @Override
    public StoragePoolListVolumes.Reply storagePoolListVolumes(StoragePoolListVolumes message) {
        session.connection();
        int max = message.maxnames();
        ListLimits.check(
                max, ListLimits.STORAGE_VOLUMES, "maxnames", "REMOTE_STORAGE_VOL_LIST_MAX");
        var found = volumes("virStoragePoolListVolumes", message.pool());
        return new StoragePoolListVolumes.Reply(ListLimits.names(found, StorageVolume::name, max));
    }

    private List<StorageVolume> volumes(String function, RemoteStoragePool pool) {
        return CallAccess.visible(
                NamedCall.of(ErrorDomain.STORAGE, function, () -> pool(pool).volumes(0)));
    }

    @Override
    public StoragePoolListAllVolumes.Reply storagePoolListAllVolumes(
            StoragePoolListAllVolumes message) {
        var found = CallAccess.visible(pool(message.pool()).volumes(message.flags()));
        ListLimits.sendable(found, ListLimits.STORAGE_VOLUMES, "storage_vol");
        var wanted = message.needResults() == 0 ? List.<StorageVolume>of() : found;
        return new StoragePoolListAllVolumes.Reply(
                wanted.stream().map(volume -> Identities.remote(volume.identity())).toList(),
                found.size());
    }
}
