package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
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
import dev.jvirt.documents.storage.StoragePoolDefinition;
import dev.jvirt.documents.storage.StorageVolumeDefinition;
import java.util.function.Predicate;

/// The storage volumes of a world, as a connection sees them.
final class TestVolumeDriver implements StorageVolumeDriver {
    private final TestWorld world;

    TestVolumeDriver(TestWorld world) {
        this.world = world;
    }

    private TestPools pools() {
        return world.pools();
    }

    @Override
    public StorageVolumeId lookupByName(StoragePoolId pool, String name) {
        TestPool known = pools().requireActive(pool.name());
        return known.identity(require(known, name));
    }

    private static StorageVolumeDefinition require(TestPool pool, String name) {
        return pool.find(name).orElseThrow(() -> missing("name", name));
    }

    private StorageVolumeDefinition require(StorageVolumeId volume) {
        return require(pools().requireActive(volume.pool()), volume.name());
    }

    private static LibvirtException missing(String what, String value) {
        return new LibvirtException(
                TEST,
                ErrorCode.NO_STORAGE_VOL,
                "no storage vol with matching %s '%s'".formatted(what, value));
    }

    @Override
    public StorageVolumeId lookupByKey(String key) {
        return find(volume -> volume.key().filter(key::equals).isPresent(), "key", key);
    }

    @Override
    public StorageVolumeId lookupByPath(String path) {
        return find(
                volume -> volume.target().path().filter(path::equals).isPresent(), "path", path);
    }

    private StorageVolumeId find(
            Predicate<StorageVolumeDefinition> wanted, String what, String value) {
        for (TestPool pool : pools().all()) {
            if (pool.active()) {
                for (StorageVolumeDefinition volume : pool.volumes()) {
                    if (wanted.test(volume)) {
                        return pool.identity(volume);
                    }
                }
            }
        }
        throw missing(what, value);
    }

    @Override
    public StorageVolumeId createXml(
            StoragePoolId pool, String xml, Flags<StorageVolumeCreateFlag> flags) {
        flags.allow(TEST, "testStorageVolCreateXML");
        return create(pool, xml);
    }

    private StorageVolumeId create(StoragePoolId pool, String xml) {
        StorageVolumeDefinition parsed =
                StorageVolumeDefinition.parse(
                        xml, pools().requireActive(pool.name()).definition().kind());
        TestPool changed = pools().change(pool.name(), known -> known.with(placed(known, parsed)));
        return changed.identity(require(changed, parsed.name()));
    }

    /// The volume as it stands in its pool.
    static StorageVolumeDefinition placed(TestPool pool, StorageVolumeDefinition volume) {
        if (pool.find(volume.name()).isPresent()) {
            throw new LibvirtException(
                    TEST, ErrorCode.OPERATION_FAILED, "storage vol already exists");
        }
        StoragePoolDefinition definition = pool.definition();
        if (volume.allocation() > definition.sizes().available()) {
            throw TestErrors.internal(
                    "Not enough free space in pool for volume '%s'".formatted(volume.name()));
        }
        // A pool without a place has volumes at what C libvirt prints for none.
        String folder = definition.target().path().orElse("(null)");
        return volume.placed(StorageVolumeDefinition.Type.FILE, folder + '/' + volume.name());
    }

    /// C's test driver looks for the source in the pool of the new volume, whichever it is in.
    @Override
    public StorageVolumeId createXmlFrom(
            StoragePoolId pool,
            String xml,
            StorageVolumeId source,
            Flags<StorageVolumeCreateFlag> flags) {
        flags.allow(TEST, "testStorageVolCreateXMLFrom");
        StorageVolumeDefinition original =
                require(pools().requireActive(pool.name()), source.name());
        StorageVolumeId made = create(pool, xml);
        pools().contents().copy(original.key().orElse(""), made.key());
        return made;
    }

    @Override
    public void delete(StorageVolumeId volume, Flags<StorageVolumeDeleteFlag> flags) {
        flags.allow(TEST, "testStorageVolDelete");
        require(volume);
        pools().change(volume.pool(), pool -> pool.without(require(pool, volume.name()).name()));
        pools().contents().forget(volume.key());
    }

    @Override
    public void wipe(StorageVolumeId volume, int algorithm, int flags) {
        Flags.refuse(TEST, "testStorageVolWipePattern", flags);
        if (algorithm < 0 || algorithm >= StorageVolumeWipeAlgorithm.values().length) {
            throw TestErrors.invalidArgument(
                    "wiping algorithm %d not supported".formatted(algorithm));
        }
        require(volume);
        pools().contents().forget(volume.key());
    }

    @Override
    public void resize(
            StorageVolumeId volume, long capacity, Flags<StorageVolumeResizeFlag> flags) {
        flags.allow(TEST, "testStorageVolResize", StorageVolumeResizeFlag.values());
        pools().requireActive(volume.pool());
        pools().change(volume.pool(), pool -> resized(pool, volume, capacity, flags));
    }

    private TestPool resized(
            TestPool pool,
            StorageVolumeId id,
            long capacity,
            Flags<StorageVolumeResizeFlag> flags) {
        StorageVolumeDefinition volume = require(pool, id.name());
        boolean shrinks = flags.has(StorageVolumeResizeFlag.SHRINK);
        long wanted = capacity;
        if (flags.has(StorageVolumeResizeFlag.DELTA)) {
            long difference = Math.min(capacity, volume.capacity());
            wanted = shrinks ? volume.capacity() - difference : volume.capacity() + capacity;
        }
        if (Long.compareUnsigned(wanted, volume.allocation()) < 0) {
            throw TestErrors.invalidArgument("can't shrink capacity below existing allocation");
        }
        if (Long.compareUnsigned(wanted, volume.capacity()) < 0 && !shrinks) {
            throw TestErrors.invalidArgument(
                    "Can't shrink capacity below current capacity unless shrink flag explicitly"
                            + " specified");
        }
        if (Long.compareUnsigned(wanted, volume.capacity() + pool.definition().sizes().available())
                > 0) {
            throw new LibvirtException(
                    TEST, ErrorCode.OPERATION_FAILED, "Not enough space left in storage pool");
        }
        boolean allocates = flags.has(StorageVolumeResizeFlag.ALLOCATE);
        return pool.with(volume.withSizes(wanted, allocates ? wanted : volume.allocation()));
    }

    @Override
    public StorageVolumeInfo info(StorageVolumeId volume, Flags<StorageVolumeInfoFlag> flags) {
        flags.allow(TEST, "testStorageVolGetInfoFlags", StorageVolumeInfoFlag.values());
        TestPool pool = pools().requireActive(volume.pool());
        StorageVolumeDefinition known = require(pool, volume.name());
        return new StorageVolumeInfo(kind(pool), known.capacity(), known.allocation());
    }

    private static StorageVolumeType kind(TestPool pool) {
        return switch (pool.definition().kind()) {
            case DIR, FS, NETFS, VSTORAGE -> StorageVolumeType.FILE;
            case RBD, SHEEPDOG, GLUSTER, ISCSI_DIRECT -> StorageVolumeType.NETWORK;
            case LOGICAL, DISK, ISCSI, SCSI, MPATH, ZFS -> StorageVolumeType.BLOCK;
        };
    }

    @Override
    public String xml(StorageVolumeId volume, int flags) {
        Flags.refuse(TEST, "testStorageVolGetXMLDesc", flags);
        return require(volume).format();
    }

    @Override
    public String path(StorageVolumeId volume) {
        return require(volume).target().path().orElse("");
    }

    @Override
    public StreamChannel upload(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeUploadFlag> flags) {
        flags.allow(TEST, "testStorageVolUpload");
        long capacity = require(volume).capacity();
        return pools().contents()
                .writer(
                        volume.key(),
                        new VolumeContents.Range(offset, end(offset, length, capacity)));
    }

    @Override
    public StreamChannel download(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeDownloadFlag> flags) {
        flags.allow(TEST, "testStorageVolDownload");
        long capacity = require(volume).capacity();
        return pools().contents()
                .reader(
                        volume.key(),
                        new VolumeContents.Range(offset, end(offset, length, capacity)));
    }

    private static long end(long offset, long length, long capacity) {
        if (Long.compareUnsigned(offset, capacity) > 0) {
            throw TestErrors.invalidArgument(
                    "offset %s is beyond the end of the volume"
                            .formatted(Long.toUnsignedString(offset)));
        }
        long rest = capacity - offset;
        return offset + (length == 0 || Long.compareUnsigned(length, rest) > 0 ? rest : length);
    }
}
