package dev.jvirt.tests.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Secret;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.host.SecretListFlag;
import dev.jvirt.api.host.SecretUsageType;
import dev.jvirt.api.host.SecretValue;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.api.storage.StoragePoolState;
import dev.jvirt.api.storage.StorageVolumeInfoFlag;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import dev.jvirt.api.storage.StorageVolumeType;
import dev.jvirt.api.storage.StorageVolumeWipeAlgorithm;
import dev.jvirt.tests.lab.CLibvirtd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our client keeps volumes and secrets with C's daemon.
@Timeout(120)
class StoragePeerTest {
    private static final long SIZE = 300_000;
    private static final String VOLUME =
            "<volume><name>%s</name><capacity>" + SIZE + "</capacity></volume>";

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd daemon;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeEach
    void startDaemon() {
        Peers.needCLibvirtd();
        daemon = CLibvirtd.start(Peers.root(folder, "c"));
        connection = Connection.open(daemon.uri("qemu:///system"));
    }

    @AfterEach
    void stopDaemon() {
        if (connection != null) {
            connection.close();
        }
        if (daemon != null) {
            daemon.close();
        }
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    private Path images() {
        return folder.resolve("images");
    }

    private StoragePool definePool() {
        return connection
                .storagePools()
                .defineXml(
                        "<pool type='dir'><name>images</name><target><path>%s</path></target></pool>"
                                .formatted(images()),
                        Flags.none());
    }

    private StorageVolume createVolume() {
        StoragePool pool = definePool();
        pool.build(Flags.none());
        pool.create(Flags.none());
        return pool.createVolumeXml(VOLUME.formatted("a"), Flags.none());
    }

    @Test
    void aPoolLivesFromDefinitionToUndefinition() {
        var pools = connection.storagePools();
        StoragePool pool = definePool();
        assertThat(pool.info().state()).isEqualTo(StoragePoolState.INACTIVE);
        assertThat(pools.list(Flags.of(StoragePoolListFlag.INACTIVE))).containsExactly(pool);
        assertThat(refused(() -> pool.volumes(0)).code()).isEqualTo(ErrorCode.OPERATION_INVALID);

        pool.build(Flags.none());
        pool.create(Flags.none());
        pool.setAutostart(true);
        pool.refresh(0);

        assertThat(images()).isDirectory();
        assertThat(pool.isActive()).isTrue();
        assertThat(pool.isPersistent()).isTrue();
        assertThat(pool.autostart()).isTrue();
        assertThat(pool.info().state()).isEqualTo(StoragePoolState.RUNNING);
        assertThat(pool.info().capacity()).isGreaterThan(pool.info().available());
        assertThat(pool.xml(Flags.none())).contains("<name>images</name>");
        assertThat(pools.lookupByName("images")).isEqualTo(pool);
        assertThat(pools.lookupByUuid(pool.uuid())).isEqualTo(pool);
        assertThat(pools.lookupByTargetPath(images().toString())).isEqualTo(pool);

        pool.destroy();
        pool.delete(Flags.none());
        pool.undefine();

        assertThat(images()).doesNotExist();
        assertThat(pools.list(Flags.none())).isEmpty();
        assertThat(refused(() -> pools.lookupByName("images")).code())
                .isEqualTo(ErrorCode.NO_STORAGE_POOL);
    }

    @Test
    void whatPoolsCanBeIsTold() {
        var pools = connection.storagePools();

        assertThat(pools.capabilities(0)).startsWith("<storagepoolCapabilities>");
        assertThat(refused(() -> pools.findSources("bogus", Optional.empty(), 0)))
                .hasMessage("internal error: unknown storage pool type bogus");
    }

    @Test
    void aVolumeIsFoundInEveryWay() {
        StorageVolume volume = createVolume();

        assertThat(volume.pool().volumes(0)).containsExactly(volume);
        assertThat(volume.pool().lookupVolumeByName("a")).isEqualTo(volume);
        assertThat(connection.storageVolumes().lookupByKey(volume.key())).isEqualTo(volume);
        assertThat(connection.storageVolumes().lookupByPath(volume.path())).isEqualTo(volume);
        assertThat(volume.path()).isEqualTo(images().resolve("a").toString());
        assertThat(volume.xml(0)).contains("<capacity unit='bytes'>" + SIZE + "</capacity>");
        assertThat(refused(() -> volume.pool().lookupVolumeByName("b")).code())
                .isEqualTo(ErrorCode.NO_STORAGE_VOL);
    }

    @Test
    void bytesGoUpAndComeDown() throws IOException {
        StorageVolume volume = createVolume();
        var bytes = new byte[(int) SIZE - 512];
        Arrays.fill(bytes, (byte) 0xa5);

        try (var upload = volume.upload(512, 0, Flags.none())) {
            upload.write(ByteBuffer.wrap(bytes));
            upload.finish();
        }

        assertThat(Files.readAllBytes(Path.of(volume.path())))
                .startsWith(new byte[512])
                .endsWith(bytes)
                .hasSize((int) SIZE);
        var read = ByteBuffer.allocate((int) SIZE + 1);
        try (var download = volume.download(512, 0, Flags.none())) {
            while (download.read(read) >= 0) {
                // until the end
            }
            download.finish();
        }
        assertThat(Arrays.copyOf(read.array(), read.position())).isEqualTo(bytes);
    }

    @Test
    void aVolumeIsCopiedResizedWipedAndDeleted() throws IOException {
        StorageVolume volume = createVolume();
        Files.writeString(Path.of(volume.path()), "x".repeat((int) SIZE));

        StorageVolume copy =
                volume.pool().createVolumeXmlFrom(VOLUME.formatted("b"), volume, Flags.none());
        copy.resize(1 << 20, Flags.of(StorageVolumeResizeFlag.DELTA));
        volume.wipe(0);

        assertThat(Path.of(copy.path())).content().startsWith("xxx");
        assertThat(copy.info(Flags.none()).capacity()).isEqualTo(SIZE + (1 << 20));
        assertThat(Files.readAllBytes(Path.of(volume.path()))).containsOnly(0);
        var physical = volume.info(Flags.of(StorageVolumeInfoFlag.PHYSICAL));
        assertThat(physical.type()).isEqualTo(StorageVolumeType.FILE);
        assertThat(physical.allocation()).isEqualTo(Files.size(Path.of(volume.path())));
        assertThat(refused(() -> volume.wipePattern(99, 0)))
                .hasMessage("invalid argument: wiping algorithm 99 not supported");
        assertThat(refused(() -> volume.wipe(StorageVolumeWipeAlgorithm.TRIM, 0)))
                .isInstanceOf(LibvirtException.class);

        copy.delete(Flags.none());
        assertThat(images().resolve("b")).doesNotExist();
        assertThat(refused(copy::path).code()).isEqualTo(ErrorCode.NO_STORAGE_VOL);
    }

    @Test
    void aSecretKeepsItsValue() {
        var secrets = connection.secrets();
        Secret secret = defineSecret("no");
        var value = new SecretValue(new byte[] {0, -1, 's', 0});

        assertThat(refused(() -> secret.value(0)).code()).isEqualTo(ErrorCode.NO_SECRET);
        secret.setValue(value, 0);

        assertThat(secret.value(0)).isEqualTo(value);
        assertThat(secret.xml(0)).contains("<usage type='ceph'>");
        assertThat(secret.usageType()).isEqualTo(SecretUsageType.CEPH);
        assertThat(secret.usageId()).isEqualTo("client.admin");
        assertThat(secrets.lookupByUuid(secret.uuid())).isEqualTo(secret);
        assertThat(secrets.lookupByUsage(SecretUsageType.CEPH, "client.admin")).isEqualTo(secret);
        assertThat(secrets.list(Flags.of(SecretListFlag.PRIVATE))).isEmpty();
        assertThat(secrets.list(Flags.none())).isEqualTo(List.of(secret));

        secret.undefine();
        assertThat(secrets.list(Flags.none())).isEmpty();
    }

    @Test
    void aPrivateSecretIsNotToldAndNoBytesAreNoValue() {
        Secret secret = defineSecret("yes");
        secret.setValue(new SecretValue("s".getBytes(UTF_8)), 0);

        assertThat(refused(() -> secret.value(0))).hasMessage("Invalid secret: secret is private");
        assertThat(refused(() -> secret.value(1)))
                .hasMessage("unsupported flags (0x1) in function secretGetValue");
        assertThat(refused(() -> secret.setValue(new SecretValue(new byte[0]), 0)))
                .hasMessage("value in virSecretSetValue must not be NULL");
    }

    private Secret defineSecret(String isPrivate) {
        return connection
                .secrets()
                .defineXml(
                        """
                        <secret ephemeral='yes' private='%s'>
                          <usage type='ceph'><name>client.admin</name></usage>
                        </secret>
                        """
                                .formatted(isPrivate),
                        Flags.none());
    }
}
