package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StoragePoolState;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import dev.jvirt.api.storage.StorageVolumeWipeAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StorageTest {
    private static final StoragePoolId POOL = new StoragePoolId("images", new UUID(1, 2));
    private static final StorageVolumeId VOLUME =
            new StorageVolumeId("images", "a.qcow2", "/images/a.qcow2");

    private static Connection open(Flags<ConnectFlag> flags) {
        var driver = new FakeDriver("qemu", Set.of("qemu"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("qemu:///system"),
                Authenticator.none(),
                flags);
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    private static Arguments change(String function, ThrowingCallable call) {
        return Arguments.of(function, call);
    }

    static Stream<Arguments> changes() {
        var connection = open(Flags.of(ConnectFlag.RO));
        StoragePools pools = connection.storagePools();
        StoragePool pool = pools.pool(POOL);
        StorageVolume volume = connection.storageVolumes().volume(VOLUME);
        return Stream.of(
                change(
                        "virConnectFindStoragePoolSources",
                        () -> pools.findSources("netfs", Optional.empty(), 0)),
                change("virStoragePoolCreateXML", () -> pools.createXml("", Flags.none())),
                change("virStoragePoolDefineXML", () -> pools.defineXml("", Flags.none())),
                change("virStoragePoolBuild", () -> pool.build(Flags.none())),
                change("virStoragePoolCreate", () -> pool.create(Flags.none())),
                change("virStoragePoolDestroy", pool::destroy),
                change("virStoragePoolDelete", () -> pool.delete(Flags.none())),
                change("virStoragePoolUndefine", pool::undefine),
                change("virStoragePoolRefresh", () -> pool.refresh(0)),
                change("virStoragePoolSetAutostart", () -> pool.setAutostart(true)),
                change("virStorageVolCreateXML", () -> pool.createVolumeXml("", Flags.none())),
                change(
                        "virStorageVolCreateXMLFrom",
                        () -> pool.createVolumeXmlFrom("", volume, Flags.none())),
                change("virStorageVolDelete", () -> volume.delete(Flags.none())),
                change("virStorageVolWipe", () -> volume.wipe(0)),
                change(
                        "virStorageVolWipePattern",
                        () -> volume.wipe(StorageVolumeWipeAlgorithm.ZERO, 0)),
                change("virStorageVolResize", () -> volume.resize(0, Flags.none())),
                change("virStorageVolUpload", () -> volume.upload(0, 0, Flags.none())),
                change("virStorageVolDownload", () -> volume.download(0, 0, Flags.none())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aReadOnlyConnectionChangesNothing(String function, ThrowingCallable change) {
        var error = refused(change);

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        assertThat(error.domain()).isEqualTo(ErrorDomain.STORAGE);
        assertThat(error).hasMessage("operation forbidden: read only access prevents " + function);
    }

    @Test
    void aSourceThatMayOnlyBeLookedAtIsNotCopied() {
        try (var writable = open(Flags.none());
                var looking = open(Flags.of(ConnectFlag.RO))) {
            StorageVolume source = looking.storageVolumes().volume(VOLUME);
            StoragePool pool = writable.storagePools().pool(POOL);

            var error = refused(() -> pool.createVolumeXmlFrom("", source, Flags.none()));

            assertThat(error)
                    .hasMessage(
                            "operation forbidden: read only access prevents"
                                    + " virStorageVolCreateXMLFrom");
        }
    }

    @Test
    void aVolumeCannotBeResizedToNothing() {
        try (var connection = open(Flags.none())) {
            StorageVolume volume = connection.storageVolumes().volume(VOLUME);

            var error = refused(() -> volume.resize(0, Flags.of(StorageVolumeResizeFlag.ALLOCATE)));

            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
            assertThat(error.domain()).isEqualTo(ErrorDomain.STORAGE);
            assertThat(error.str2()).contains("capacity");
            assertThat(error)
                    .hasMessage(
                            "capacity in virStorageVolResize cannot be zero without 'delta' or"
                                    + " 'shrink' flags set");
        }
    }

    @Test
    void nothingMayBeAddedToAVolumeOrLeftOfIt() {
        try (var connection = open(Flags.none())) {
            StorageVolume volume = connection.storageVolumes().volume(VOLUME);

            var added = refused(() -> volume.resize(0, Flags.of(StorageVolumeResizeFlag.DELTA)));
            var left = refused(() -> volume.resize(0, Flags.of(StorageVolumeResizeFlag.SHRINK)));

            assertThat(added.code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(left.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        }
    }

    @Test
    void aDriverWithoutStorageSaysSo() {
        try (var connection = open(Flags.none())) {
            var pools = refused(() -> connection.storagePools().list(Flags.none()));
            var volumes = refused(() -> connection.storageVolumes().lookupByPath("/x"));

            assertThat(pools)
                    .hasMessage(
                            "this function is not supported by the connection driver:"
                                    + " virConnectListAllStoragePools");
            assertThat(volumes)
                    .hasMessage(
                            "this function is not supported by the connection driver:"
                                    + " virStorageVolLookupByPath");
            assertThat(volumes.domain()).isEqualTo(ErrorDomain.STORAGE);
        }
    }

    @Test
    void handlesOfOnePoolAreEqualWithinAConnection() {
        try (var connection = open(Flags.none());
                var other = open(Flags.none())) {
            StoragePool pool = connection.storagePools().pool(POOL);

            assertThat(pool).isEqualTo(connection.storagePools().pool(POOL));
            assertThat(pool).isNotEqualTo(other.storagePools().pool(POOL));
            assertThat(pool).hasToString("storage pool images");
            assertThat(connection.storageVolumes().volume(VOLUME))
                    .isEqualTo(connection.storageVolumes().volume(VOLUME))
                    .hasToString("storage volume images/a.qcow2");
        }
    }

    @Test
    void aStateOfTheFutureIsNoError() {
        assertThat(StoragePoolState.of(99)).isEqualTo(StoragePoolState.INACTIVE);
        assertThat(StoragePoolState.of(2)).isEqualTo(StoragePoolState.RUNNING);
    }
}
