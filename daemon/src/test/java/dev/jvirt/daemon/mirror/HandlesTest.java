package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.AbortJobFlag;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.driver.DomainCheckpointDriver;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.NwfilterBindingId;
import dev.jvirt.api.host.NwfilterId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Handles name objects of the far side. They are values: two that name the same thing are equal,
/// the one needs not be kept for the other, and none is given back.
@Timeout(60)
class HandlesTest {
    private static final String TEXT = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    private static final UUID ID = UUID.fromString(TEXT);
    private static final DomainId WEB = new DomainId("web", ID, 3);
    private static final NetworkId NET = new NetworkId("net", ID);
    private static final StoragePoolId POOL = new StoragePoolId("pool", ID);

    private final RecordingDriver driver = new RecordingDriver();
    private RpcServer server;
    private Connection connection;
    private String uri;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("socket");
        server =
                new RpcServer(
                        "handles",
                        ServerLimits.defaults(),
                        new RemoteService(new DriverTable(List.of(driver))),
                        new UnixSockets());
        server.listen(new UnixSocket(socket, 0700, OptionalInt.empty(), false, AuthType.NONE));
        server.start();
        uri = "mirror+unix:///?socket=" + socket;
        connection = Connection.open(uri);
    }

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    /// `virConnectOpenReadOnly`
    @Test
    void aReadOnlyConnectionOnlyLooks() {
        try (var looking = Connection.openReadOnly(uri)) {
            var error =
                    catchThrowableOfType(
                            LibvirtException.class, () -> looking.domain(WEB).suspend());

            assertThat(looking.isReadOnly()).isTrue();
            assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        }
    }

    /// `virNetworkPortLookupByUUIDString`, `virNWFilterLookupByUUIDString`,
    /// `virSecretLookupByUUIDString`, `virStoragePoolLookupByUUIDString`
    @Test
    void objectsAreFoundByTheTextOfTheirUuid() {
        driver.always(NetworkDriver.class, "lookupPortByUuid", new NetworkPortId(NET, ID))
                .always(NwfilterDriver.class, "lookupByUuid", new NwfilterId("clean", ID))
                .always(SecretDriver.class, "lookupByUuid", new SecretId(ID, 0, ""))
                .always(StoragePoolDriver.class, "lookupByUuid", new StoragePoolId("pool", ID));
        UUID asked = UUID.fromString(TEXT);

        var port = connection.networks().network(NET).ports().lookupByUuid(asked);
        var filter = connection.nwfilters().lookupByUuid(asked);
        var secret = connection.secrets().lookupByUuid(asked);
        var pool = connection.storagePools().lookupByUuid(asked);

        assertThat(List.of(port.uuid(), filter.uuid(), secret.uuid(), pool.uuid()))
                .containsOnly(ID);
        assertThat(driver.calls()).filteredOn(call -> call.arguments().contains(asked)).hasSize(4);
    }

    /// `virConnectNumOfNWFilters`, `virConnectListNWFilters`, `virNWFilterRef`, `virNWFilterFree`
    @Test
    void filtersAreListedAndAreValues() {
        var clean = new NwfilterId("clean", ID);
        driver.always(NwfilterDriver.class, "list", List.of(clean));

        var found = connection.nwfilters().list(0);

        assertThat(found).containsExactly(connection.nwfilters().filter(clean));
        assertThat(found.getFirst().name()).isEqualTo("clean");
        assertThat(found.getFirst().identity()).isEqualTo(clean);
        assertThat(found.getFirst().connection()).isSameAs(connection);
    }

    /// `virNWFilterBindingGetPortDev`, `virNWFilterBindingGetFilterName`, `virNWFilterBindingRef`,
    /// `virNWFilterBindingFree`
    @Test
    void bindingsAreValues() {
        var bound = new NwfilterBindingId("vnet0", "clean");

        var binding = connection.nwfilterBindings().binding(bound);

        assertThat(binding.portDevice()).isEqualTo("vnet0");
        assertThat(binding.filterName()).isEqualTo("clean");
        assertThat(binding.identity()).isEqualTo(bound);
        assertThat(binding)
                .isEqualTo(connection.nwfilterBindings().binding(bound))
                .hasSameHashCodeAs(connection.nwfilterBindings().binding(bound));
    }

    /// `virInterfaceRef`, `virInterfaceFree`
    @Test
    void interfacesAreValues() {
        var eth0 = new InterfaceId("eth0", "52:54:00:00:00:01");

        var iface = connection.interfaces().iface(eth0);

        assertThat(iface.identity()).isEqualTo(eth0);
        assertThat(iface.name()).isEqualTo("eth0");
        assertThat(iface.connection()).isSameAs(connection);
        assertThat(iface)
                .isEqualTo(connection.interfaces().iface(eth0))
                .isNotEqualTo(connection.interfaces().iface(new InterfaceId("eth1", "")));
    }

    /// `virNetworkGetConnect`, `virNetworkPortRef`, `virNetworkPortFree`
    @Test
    void networksAndTheirPortsAreValues() {
        var network = connection.networks().network(NET);
        var port = network.ports().port(new NetworkPortId(NET, ID));

        assertThat(network.connection()).isSameAs(connection);
        assertThat(port.identity()).isEqualTo(new NetworkPortId(NET, ID));
        assertThat(port.network()).isEqualTo(network);
        assertThat(port).isEqualTo(network.ports().port(new NetworkPortId(NET, ID)));
    }

    /// `virStoragePoolGetConnect`, `virStoragePoolGetName`, `virStorageVolGetConnect`,
    /// `virStorageVolGetName`, `virStorageVolRef`, `virStorageVolFree`
    @Test
    void poolsAndTheirVolumesAreValues() {
        var disk = new StorageVolumeId("pool", "disk", "/pool/disk");

        var pool = connection.storagePools().pool(POOL);
        var volume = connection.storageVolumes().volume(disk);

        assertThat(pool.connection()).isSameAs(connection);
        assertThat(pool.name()).isEqualTo("pool");
        assertThat(volume.connection()).isSameAs(connection);
        assertThat(volume.name()).isEqualTo("disk");
        assertThat(volume.identity()).isEqualTo(disk);
        assertThat(volume).isEqualTo(connection.storageVolumes().volume(disk));
    }

    /// `virDomainSnapshotRef`, `virDomainSnapshotFree`, `virDomainCheckpointRef`,
    /// `virDomainCheckpointFree`
    @Test
    void snapshotsAndCheckpointsAreValues() {
        driver.always(
                        DomainSnapshotDriver.class,
                        "lookupByName",
                        new DomainSnapshotId("before", WEB))
                .always(
                        DomainCheckpointDriver.class,
                        "lookupByName",
                        new DomainCheckpointId("monday", WEB));
        var domain = connection.domain(WEB);

        var snapshot = domain.snapshots().lookupByName("before", 0);
        var checkpoint = domain.checkpoints().lookupByName("monday", 0);

        assertThat(snapshot).isEqualTo(domain.snapshots().lookupByName("before", 0));
        assertThat(snapshot.domain()).isEqualTo(domain);
        assertThat(snapshot.connection()).isSameAs(connection);
        assertThat(checkpoint).isEqualTo(domain.checkpoints().lookupByName("monday", 0));
        assertThat(checkpoint.domain()).isEqualTo(domain);
        assertThat(checkpoint.connection()).isSameAs(connection);
    }

    /// `virDomainAbortJob`, `virDomainAbortJobFlags`, `virDomainSetSchedulerParameters`,
    /// `virDomainSetSchedulerParametersFlags`
    @Test
    void aCallWithoutFlagsIsTheOlderOne() {
        var domain = connection.domain(WEB);
        var shares = TypedParameters.of("cpu_shares", new TypedValue.OfUnsignedLong(1024));

        assertThat(refusal(() -> domain.statistics().abortJob(Flags.none())))
                .endsWith(": virDomainAbortJob");
        assertThat(refusal(() -> domain.statistics().abortJob(Flags.of(AbortJobFlag.POSTCOPY))))
                .endsWith(": virDomainAbortJobFlags");
        assertThat(refusal(() -> domain.tuning().setSchedulerParameters(shares, Flags.none())))
                .endsWith(": virDomainSetSchedulerParameters");
        assertThat(
                        refusal(
                                () ->
                                        domain.tuning()
                                                .setSchedulerParameters(
                                                        shares, Flags.of(DomainAffectFlag.LIVE))))
                .endsWith(": virDomainSetSchedulerParametersFlags");
    }

    private static String refusal(ThrowingCallable call) {
        var error = catchThrowableOfType(LibvirtException.class, call);
        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        return String.valueOf(error.getMessage());
    }
}
