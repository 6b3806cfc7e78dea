package dev.jvirt.daemon.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.FakeCall;
import dev.jvirt.daemon.FakeConnection;
import dev.jvirt.protocol.host.RemoteSecret;
import dev.jvirt.protocol.host.SecretCalls.ConnectListSecrets;
import dev.jvirt.protocol.host.SecretCalls.SecretSetValue;
import dev.jvirt.protocol.storage.RemoteStoragePool;
import dev.jvirt.protocol.storage.RemoteStorageVolume;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListAllStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListDefinedStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.ConnectListStoragePools;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolBuild;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolListVolumes;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolNumOfVolumes;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetInfo;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetInfoFlags;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolUpload;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolWipe;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.rpc.server.StreamPacket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the wire asks of storage and secrets in another form than the API.
@Timeout(20)
class StorageProgramTest {
    private static final RemoteStoragePool IMAGES = Identities.remote(FakeStorage.IMAGES);
    private static final RemoteStorageVolume DISK = Identities.remote(FakeStorage.DISK);
    private static final RemoteSecret SECRET = Identities.remote(FakeStorage.SECRET);

    private final FakeStorage driver = new FakeStorage();
    private final FakeConnection client = new FakeConnection(false);
    private final RemoteSession session =
            new RemoteSession(client, new DriverTable(List.of(driver)));
    private final FakeCall call = new FakeCall(client);
    private final StoragePoolProgram pools = new StoragePoolProgram(session);
    private final StorageVolumeProgram volumes = new StorageVolumeProgram(session, call);
    private final SecretProgram secrets = new SecretProgram(session);

    @BeforeEach
    void open() {
        session.open(Optional.of("storage:///"), 0);
    }

    @Test
    void olderListsAreFilteredAndCutToTheCallersArray() {
        assertThat(pools.connectNumOfStoragePools().num()).isEqualTo(2);
        assertThat(pools.connectListStoragePools(new ConnectListStoragePools(9)).names())
                .containsExactly("images", "isos");
        assertThat(pools.connectListStoragePools(new ConnectListStoragePools(1)).names())
                .containsExactly("images");
        assertThat(pools.connectNumOfDefinedStoragePools().num()).isEqualTo(1);
        assertThat(
                        pools.connectListDefinedStoragePools(new ConnectListDefinedStoragePools(9))
                                .names())
                .containsExactly("old");
        assertThat(secrets.connectNumOfSecrets().num()).isEqualTo(1);
        assertThat(secrets.connectListSecrets(new ConnectListSecrets(9)).uuids())
                .containsExactly("00000000-0000-0002-0000-000000000001");
    }

    @Test
    void callersArraysAreLimited() {
        assertThatThrownBy(() -> pools.connectListStoragePools(new ConnectListStoragePools(-1)))
                .hasMessage("maxnames must be non-negative");
        assertThatThrownBy(
                        () ->
                                pools.connectListDefinedStoragePools(
                                        new ConnectListDefinedStoragePools(16385)))
                .hasMessage("maxnames > REMOTE_STORAGE_POOL_LIST_MAX");
        assertThatThrownBy(
                        () ->
                                pools.storagePoolListVolumes(
                                        new StoragePoolListVolumes(IMAGES, 16385)))
                .hasMessage("maxnames > REMOTE_STORAGE_VOL_LIST_MAX");
        assertThatThrownBy(() -> secrets.connectListSecrets(new ConnectListSecrets(16385)))
                .hasMessage("maxuuids > REMOTE_SECRET_LIST_MAX");
    }

    @Test
    void withoutNeedForResultsOnlyTheirNumberIsTold() {
        var counted = pools.connectListAllStoragePools(new ConnectListAllStoragePools(0, 0));
        var listed = pools.connectListAllStoragePools(new ConnectListAllStoragePools(1, 1));

        assertThat(counted.pools()).isEmpty();
        assertThat(counted.count()).isEqualTo(3);
        assertThat(listed.pools()).containsExactly(Identities.remote(FakeStorage.OLD));
        assertThat(listed.count()).isEqualTo(1);
    }

    @Test
    void whatNoDriverSupportsIsNamedAsItWasCalled() {
        var number = unsupported(() -> pools.storagePoolNumOfVolumes(numOfVolumes()));
        var plain = unsupported(() -> volumes.storageVolGetInfo(new StorageVolGetInfo(DISK)));
        var flags =
                unsupported(
                        () -> volumes.storageVolGetInfoFlags(new StorageVolGetInfoFlags(DISK, 0)));

        assertThat(number).hasMessageEndingWith("driver: virStoragePoolNumOfVolumes");
        assertThat(plain).hasMessageEndingWith("driver: virStorageVolGetInfo");
        assertThat(flags).hasMessageEndingWith("driver: virStorageVolGetInfoFlags");
    }

    private static StoragePoolNumOfVolumes numOfVolumes() {
        return new StoragePoolNumOfVolumes(IMAGES);
    }

    @Test
    void whatADriverSaysAboutItsPoolIsNotRenamed() {
        var wipe = unsupported(() -> volumes.storageVolWipe(new StorageVolWipe(DISK, 1)));
        var build = unsupported(() -> pools.storagePoolBuild(new StoragePoolBuild(IMAGES, 0)));

        assertThat(wipe).hasMessageEndingWith("driver: pool cannot wipe like that");
        assertThat(build).hasMessageEndingWith("driver: pool does not support building");
    }

    private static LibvirtException unsupported(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var error = catchThrowableOfType(LibvirtException.class, call);
        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error.domain()).isEqualTo(ErrorDomain.STORAGE);
        return error;
    }

    @Test
    void wipingWithoutAPatternWritesZeros() {
        volumes.storageVolWipe(new StorageVolWipe(DISK, 0));

        assertThat(driver.uploaded).containsExactly("wiped with 0");
    }

    @Test
    void anUploadIsOnlyWrittenTo() throws InterruptedException {
        volumes.storageVolUpload(new StorageVolUpload(DISK, 0, 0, 0));

        call.stream.incoming.add(new StreamPacket.Data(ByteBuffer.allocate(7)));
        assertThat(driver.uploaded.take()).isEqualTo("7 bytes");
        call.stream.incoming.add(new StreamPacket.Finish());

        assertThat(driver.uploaded.take()).isEqualTo("finish");
        assertThat(driver.uploaded.take()).isEqualTo("close");
        assertThat(call.stream.outgoing).containsExactly("confirm");
    }

    @Test
    void noBytesAreNoValue() {
        secrets.secretSetValue(new SecretSetValue(SECRET, new Opaque(new byte[] {0}), 0));

        assertThat(driver.values).hasSize(1);
        assertThatThrownBy(
                        () ->
                                secrets.secretSetValue(
                                        new SecretSetValue(SECRET, new Opaque(new byte[0]), 0)))
                .hasMessage("value in virSecretSetValue must not be NULL");
        assertThat(driver.values).hasSize(1);
    }

    @Test
    void onAReadOnlyConnectionEvenNoBytesAreForbidden() {
        var looking = new RemoteSession(new FakeConnection(true), new DriverTable(List.of(driver)));
        looking.open(Optional.of("storage:///"), 0);
        var program = new SecretProgram(looking);

        assertThatThrownBy(
                        () ->
                                program.secretSetValue(
                                        new SecretSetValue(SECRET, new Opaque(new byte[0]), 0)))
                .hasMessage("operation forbidden: read only access prevents virSecretSetValue");
    }
}
