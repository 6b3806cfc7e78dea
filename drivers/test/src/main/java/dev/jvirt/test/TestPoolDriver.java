package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
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
import dev.jvirt.base.domain.EventDelivery;
import dev.jvirt.documents.storage.StoragePoolDefinition;
import dev.jvirt.documents.storage.StoragePoolKind;
import dev.jvirt.documents.xml.XmlParser;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The storage pools of a world, as a connection sees them.
final class TestPoolDriver implements StoragePoolDriver {
    private static final String VOLUME_GROUPS =
            """
            <sources>
              <source>
                <device path='/dev/sda20'/>
                <name>testvg1</name>
                <format type='lvm2'/>
              </source>
              <source>
                <device path='/dev/sda21'/>
                <name>testvg2</name>
                <format type='lvm2'/>
              </source>
            </sources>
            """;
    private static final String SHARES =
            """
            <sources>
              <source>
                <host name='%s'/>
                <dir path='/testshare'/>
                <format type='nfs'/>
              </source>
            </sources>
            """;

    private final TestWorld world;
    private final EventDelivery events;

    /// @param events those of this connection
    TestPoolDriver(TestWorld world, EventDelivery events) {
        this.world = world;
        this.events = events;
    }

    private TestPools pools() {
        return world.pools();
    }

    @Override
    public List<StoragePoolId> list(Flags<StoragePoolListFlag> flags) {
        flags.allow(TEST, "testConnectListAllStoragePools", StoragePoolListFlag.values());
        return pools().all().stream()
                .filter(pool -> passes(pool, flags))
                .map(TestPool::identity)
                .toList();
    }

    private static boolean passes(TestPool pool, Flags<StoragePoolListFlag> flags) {
        return either(
                        flags,
                        StoragePoolListFlag.ACTIVE,
                        StoragePoolListFlag.INACTIVE,
                        pool.active())
                && either(
                        flags,
                        StoragePoolListFlag.PERSISTENT,
                        StoragePoolListFlag.TRANSIENT,
                        pool.persistent())
                && either(
                        flags,
                        StoragePoolListFlag.AUTOSTART,
                        StoragePoolListFlag.NO_AUTOSTART,
                        pool.autostart())
                && isOfWantedKind(pool.definition().kind(), flags);
    }

    private static boolean either(
            Flags<StoragePoolListFlag> flags,
            StoragePoolListFlag yes,
            StoragePoolListFlag no,
            boolean is) {
        return !flags.hasAny(yes, no) || flags.has(is ? yes : no);
    }

    /// The flags of kinds have their names.
    private static boolean isOfWantedKind(StoragePoolKind kind, Flags<StoragePoolListFlag> flags) {
        boolean any = false;
        for (StoragePoolKind other : StoragePoolKind.values()) {
            any |= flags.has(StoragePoolListFlag.valueOf(other.name()));
        }
        return !any || flags.has(StoragePoolListFlag.valueOf(kind.name()));
    }

    @Override
    public String findSources(String type, Optional<String> sourceSpec, int flags) {
        Flags.refuse(TEST, "testConnectFindStoragePoolSources", flags);
        return switch (type) {
            case "logical" -> VOLUME_GROUPS;
            case "netfs" -> SHARES.formatted(host(sourceSpec));
            case "dir", "fs" -> throw TestErrors.internal("unknown storage pool type " + type);
            default ->
                    throw new LibvirtException(
                            TEST,
                            ErrorCode.NO_SUPPORT,
                            "pool type '%s' does not support source discovery".formatted(type));
        };
    }

    private static String host(Optional<String> sourceSpec) {
        return sourceSpec
                .map(text -> XmlParser.parse(text, "(storage_source_specification)", "source"))
                .flatMap(source -> source.child("host"))
                .flatMap(host -> host.attribute("name"))
                .orElseThrow(
                        () ->
                                TestErrors.invalidArgument(
                                        "hostname must be specified for netfs sources"));
    }

    @Override
    public StoragePoolId lookupByName(String name) {
        return pools().require(name).identity();
    }

    @Override
    public StoragePoolId lookupByUuid(UUID uuid) {
        return pools().require(uuid).identity();
    }

    @Override
    public StoragePoolId lookupByVolume(StorageVolumeId volume) {
        return pools().require(volume.pool()).identity();
    }

    @Override
    public StoragePoolId lookupByTargetPath(String path) {
        return pools().all().stream()
                .filter(pool -> pool.active())
                .filter(pool -> pool.definition().target().path().filter(path::equals).isPresent())
                .findFirst()
                .map(TestPool::identity)
                .orElseThrow(() -> TestPools.missing("target path", path));
    }

    @Override
    public StoragePoolId createXml(String xml, Flags<StoragePoolCreateFlag> flags) {
        flags.allow(TEST, "testStoragePoolCreateXML");
        return pools().createXml(StoragePoolDefinition.parse(xml)).identity();
    }

    @Override
    public StoragePoolId defineXml(String xml, Flags<StoragePoolDefineFlag> flags) {
        flags.allow(TEST, "testStoragePoolDefineXML", StoragePoolDefineFlag.VALIDATE);
        return pools().define(StoragePoolDefinition.parse(xml)).identity();
    }

    @Override
    public void build(StoragePoolId pool, Flags<StoragePoolBuildFlag> flags) {
        flags.allow(TEST, "testStoragePoolBuild");
        pools().build(pool.name());
    }

    @Override
    public void create(StoragePoolId pool, Flags<StoragePoolCreateFlag> flags) {
        flags.allow(TEST, "testStoragePoolCreate");
        pools().create(pool.name());
    }

    @Override
    public void destroy(StoragePoolId pool) {
        pools().destroy(pool.name());
    }

    @Override
    public void delete(StoragePoolId pool, Flags<StoragePoolDeleteFlag> flags) {
        flags.allow(TEST, "testStoragePoolDelete");
        pools().delete(pool.name());
    }

    @Override
    public void undefine(StoragePoolId pool) {
        pools().undefine(pool.name());
    }

    @Override
    public void refresh(StoragePoolId pool, int flags) {
        Flags.refuse(TEST, "testStoragePoolRefresh", flags);
        pools().refresh(pool.name());
    }

    @Override
    public StoragePoolInfo info(StoragePoolId pool) {
        TestPool known = pools().require(pool.name());
        var sizes = known.definition().sizes();
        return new StoragePoolInfo(
                known.active() ? StoragePoolState.RUNNING : StoragePoolState.INACTIVE,
                sizes.capacity(),
                sizes.allocation(),
                sizes.available());
    }

    @Override
    public String xml(StoragePoolId pool, Flags<StorageXmlFlag> flags) {
        flags.allow(TEST, "testStoragePoolGetXMLDesc");
        return pools().require(pool.name()).definition().format();
    }

    @Override
    public boolean autostart(StoragePoolId pool) {
        return pools().require(pool.name()).autostart();
    }

    @Override
    public void setAutostart(StoragePoolId pool, boolean autostart) {
        pools().change(
                        pool.name(),
                        known -> {
                            if (!known.persistent()) {
                                throw TestErrors.invalidArgument("pool has no config file");
                            }
                            return known.withAutostart(autostart);
                        });
    }

    @Override
    public boolean isActive(StoragePoolId pool) {
        return pools().require(pool.name()).active();
    }

    @Override
    public boolean isPersistent(StoragePoolId pool) {
        return pools().require(pool.name()).persistent();
    }

    @Override
    public List<StorageVolumeId> volumes(StoragePoolId pool, int flags) {
        Flags.refuse(TEST, "testStoragePoolListAllVolumes", flags);
        TestPool known = pools().require(pool.name());
        if (!known.active()) {
            throw TestErrors.invalidOperation("storage pool is not active");
        }
        return known.volumes().stream().map(known::identity).toList();
    }

    @Override
    public Subscription subscribe(
            StoragePoolEventId kind,
            Optional<StoragePoolId> pool,
            Consumer<StoragePoolEvent> handler) {
        Optional<UUID> wanted = pool.map(StoragePoolId::uuid);
        return events.subscribe(
                way ->
                        pools().observers()
                                .subscribe(
                                        event ->
                                                event.kind() == kind
                                                        && wanted.map(event.pool().uuid()::equals)
                                                                .orElse(true),
                                        way),
                handler);
    }
}
