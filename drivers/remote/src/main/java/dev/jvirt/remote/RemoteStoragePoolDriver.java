package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.StoragePoolDriver;
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
import dev.jvirt.api.storage.StoragePoolState;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageXmlFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectFindStoragePoolSources;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectGetStoragePoolCapabilities;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListAllStoragePools;
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
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByName;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByTargetPath;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByUuid;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolLookupByVolume;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolRefresh;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolSetAutostart;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolUndefine;
import dev.jvirt.protocol.storage.StoragePoolCallsClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Storage pools of the far host.
record RemoteStoragePoolDriver(RemoteSession session, RemoteCaller caller)
        implements StoragePoolDriver {

    private StoragePoolCallsClient calls() {
        return new StoragePoolCallsClient(caller);
    }

    @Override
    public List<StoragePoolId> list(Flags<StoragePoolListFlag> flags) {
        var call = new ConnectListAllStoragePools(1, flags.bits());
        return calls().connectListAllStoragePools(call).pools().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public String findSources(String type, Optional<String> sourceSpec, int flags) {
        var call = new ConnectFindStoragePoolSources(type, sourceSpec, flags);
        return calls().connectFindStoragePoolSources(call).xml();
    }

    @Override
    public String capabilities(int flags) {
        var call = new ConnectGetStoragePoolCapabilities(flags);
        return calls().connectGetStoragePoolCapabilities(call).capabilities();
    }

    @Override
    public StoragePoolId lookupByName(String name) {
        return Identities.local(
                calls().storagePoolLookupByName(new StoragePoolLookupByName(name)).pool());
    }

    @Override
    public StoragePoolId lookupByUuid(UUID uuid) {
        return Identities.local(
                calls().storagePoolLookupByUuid(new StoragePoolLookupByUuid(uuid)).pool());
    }

    @Override
    public StoragePoolId lookupByVolume(StorageVolumeId volume) {
        var call = new StoragePoolLookupByVolume(Identities.remote(volume));
        return Identities.local(calls().storagePoolLookupByVolume(call).pool());
    }

    @Override
    public StoragePoolId lookupByTargetPath(String path) {
        var call = new StoragePoolLookupByTargetPath(path);
        return Identities.local(calls().storagePoolLookupByTargetPath(call).pool());
    }

    @Override
    public StoragePoolId createXml(String xml, Flags<StoragePoolCreateFlag> flags) {
        var call = new StoragePoolCreateXml(xml, flags.bits());
        return Identities.local(calls().storagePoolCreateXml(call).pool());
    }

    @Override
    public StoragePoolId defineXml(String xml, Flags<StoragePoolDefineFlag> flags) {
        var call = new StoragePoolDefineXml(xml, flags.bits());
        return Identities.local(calls().storagePoolDefineXml(call).pool());
    }

    @Override
    public void build(StoragePoolId pool, Flags<StoragePoolBuildFlag> flags) {
        calls().storagePoolBuild(new StoragePoolBuild(Identities.remote(pool), flags.bits()));
    }

    @Override
    public void create(StoragePoolId pool, Flags<StoragePoolCreateFlag> flags) {
        calls().storagePoolCreate(new StoragePoolCreate(Identities.remote(pool), flags.bits()));
    }

    @Override
    public void destroy(StoragePoolId pool) {
        calls().storagePoolDestroy(new StoragePoolDestroy(Identities.remote(pool)));
    }

    @Override
    public void delete(StoragePoolId pool, Flags<StoragePoolDeleteFlag> flags) {
        calls().storagePoolDelete(new StoragePoolDelete(Identities.remote(pool), flags.bits()));
    }

    @Override
    public void undefine(StoragePoolId pool) {
        calls().storagePoolUndefine(new StoragePoolUndefine(Identities.remote(pool)));
    }

    @Override
    public void refresh(StoragePoolId pool, int flags) {
        calls().storagePoolRefresh(new StoragePoolRefresh(Identities.remote(pool), flags));
    }

    @Override
    public StoragePoolInfo info(StoragePoolId pool) {
        var info = calls().storagePoolGetInfo(new StoragePoolGetInfo(Identities.remote(pool)));
        return new StoragePoolInfo(
                StoragePoolState.of(info.state()),
                info.capacity(),
                info.allocation(),
                info.available());
    }

    @Override
    public String xml(StoragePoolId pool, Flags<StorageXmlFlag> flags) {
        var call = new StoragePoolGetXmlDesc(Identities.remote(pool), flags.bits());
        return calls().storagePoolGetXmlDesc(call).xml();
    }

    @Override
    public boolean autostart(StoragePoolId pool) {
        var call = new StoragePoolGetAutostart(Identities.remote(pool));
        return calls().storagePoolGetAutostart(call).autostart() != 0;
    }

    @Override
    public void setAutostart(StoragePoolId pool, boolean autostart) {
        var call = new StoragePoolSetAutostart(Identities.remote(pool), autostart ? 1 : 0);
        calls().storagePoolSetAutostart(call);
    }

    @Override
    public boolean isActive(StoragePoolId pool) {
        return calls().storagePoolIsActive(new StoragePoolIsActive(Identities.remote(pool)))
                        .active()
                != 0;
    }

    @Override
    public boolean isPersistent(StoragePoolId pool) {
        var call = new StoragePoolIsPersistent(Identities.remote(pool));
        return calls().storagePoolIsPersistent(call).persistent() != 0;
    }

    @Override
    public List<StorageVolumeId> volumes(StoragePoolId pool, int flags) {
        var call = new StoragePoolListAllVolumes(Identities.remote(pool), 1, flags);
        return calls().storagePoolListAllVolumes(call).vols().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public Subscription subscribe(
            StoragePoolEventId kind,
            Optional<StoragePoolId> pool,
            Consumer<StoragePoolEvent> handler) {
        return session.events().pools().subscribe(kind, pool, handler);
    }
}
