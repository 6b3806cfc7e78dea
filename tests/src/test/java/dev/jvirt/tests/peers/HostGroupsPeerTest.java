package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Interface;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Network;
import dev.jvirt.api.NetworkPort;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.api.Nwfilter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.NodeDeviceListFlag;
import dev.jvirt.api.host.NwfilterDefineFlag;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkUpdateCommand;
import dev.jvirt.api.network.NetworkUpdateFlag;
import dev.jvirt.api.network.NetworkUpdateSection;
import dev.jvirt.api.network.NetworkXmlFlag;
import dev.jvirt.tests.lab.CLibvirtd;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our client asks C's daemon about networks, interfaces, devices and filters of the host, without
/// changing the host itself.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostGroupsPeerTest {
    /// Its bridge need not be there.
    private static final String BRIDGED =
            "<network><name>bridged</name><forward mode='bridge'/><bridge name='jvirtbr9'/>"
                    + "<portgroup name='slow' default='yes'/></network>";
    private static final String ROUTED =
            "<network><name>routed</name><bridge name='jvirtbr8'/>"
                    + "<ip address='192.168.77.1' netmask='255.255.255.0'><dhcp>"
                    + "<range start='192.168.77.2' end='192.168.77.9'/></dhcp></ip></network>";
    private static final String PORT =
            "<networkport><uuid>0a5ae7ec-3c4f-4ae8-8a35-0a8a1a1b5e0f</uuid><owner><name>web</name>"
                    + "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>"
                    + "<group>slow</group><mac address='52:54:00:7c:59:13'/></networkport>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd daemon;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeAll
    void connect() {
        Peers.needCLibvirtd();
        daemon = CLibvirtd.start(Peers.root(folder, "c"));
        connection = Connection.open(daemon.uri("qemu:///system"));
    }

    @AfterAll
    void disconnect() {
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

    @Test
    void aNetworkIsDefinedStartedAndTakenDown() {
        Network network = connection.networks().defineXml(BRIDGED, Flags.none());

        assertThat(network.isPersistent()).isTrue();
        assertThat(network.isActive()).isFalse();
        network.setAutostart(true);
        assertThat(network.autostart()).isTrue();
        network.create();
        assertThat(connection.networks().list(Flags.of(NetworkListFlag.ACTIVE))).contains(network);
        assertThat(network.bridgeName()).contains("jvirtbr9");
        assertThat(refused(network::create).code()).isEqualTo(ErrorCode.OPERATION_INVALID);
        network.destroy();
        network.undefine();
        assertThat(refused(network::isActive).code()).isEqualTo(ErrorCode.NO_NETWORK);
    }

    @Test
    void aDefinitionChangesInPart() {
        Network network = connection.networks().defineXml(ROUTED, Flags.none());
        var change =
                NetworkChange.of(
                        NetworkUpdateCommand.ADD_LAST,
                        NetworkUpdateSection.IP_DHCP_HOST,
                        -1,
                        "<host mac='52:54:00:00:00:01' ip='192.168.77.5'/>");

        network.update(change, Flags.of(NetworkUpdateFlag.AFFECT_CONFIG));

        assertThat(network.xml(Flags.of(NetworkXmlFlag.INACTIVE)))
                .contains("<host mac='52:54:00:00:00:01' ip='192.168.77.5'/>");
        assertThat(network.dhcpLeases(Optional.empty(), 0)).isEmpty();
        assertThat(
                        refused(
                                () ->
                                        network.update(
                                                new NetworkChange(3, 99, -1, "<x/>"),
                                                Flags.none())))
                .hasMessageContaining("can't update unrecognized section of network");
        network.undefine();
    }

    @Test
    void metadataNeedsANewerDaemon() {
        Network network = connection.networks().defineXml(ROUTED, Flags.none());

        var error = refused(() -> network.metadata(1, Optional.empty(), Flags.none()));

        assertThat(error.code()).isIn(ErrorCode.NO_SUPPORT, ErrorCode.NO_NETWORK_METADATA);
        network.undefine();
    }

    @Test
    void portsComeAndGo() {
        Network network = connection.networks().createXml(BRIDGED, Flags.none());
        try {
            NetworkPort port = network.ports().createXml(PORT, Flags.none());

            assertThat(network.ports().list(0)).containsExactly(port);
            assertThat(network.ports().lookupByUuid(port.uuid())).isEqualTo(port);
            assertThat(port.xml(0)).contains("<name>web</name>");
            assertThat(port.parameters(0)).isEqualTo(TypedParameters.none());
            port.delete(0);
            assertThat(network.ports().list(0)).isEmpty();
            assertThat(refused(() -> network.ports().lookupByUuid(new UUID(1, 2))).code())
                    .isEqualTo(ErrorCode.NO_NETWORK_PORT);
            assertThat(
                            refused(
                                            () ->
                                                    port.setParameters(
                                                            TypedParameters.of(
                                                                    "inbound.average",
                                                                    TypedValue.ofUnsignedInt(5)),
                                                            0))
                                    .code())
                    .isEqualTo(ErrorCode.NO_NETWORK_PORT);
        } finally {
            network.destroy();
        }
    }

    @Test
    void interfacesAreFoundByNameAndAddress() {
        Interface loopback = connection.interfaces().lookupByName("lo");

        assertThat(loopback.mac()).isEqualTo("00:00:00:00:00:00");
        assertThat(loopback.xml(Flags.none())).contains("<interface type='ethernet' name='lo'>");
        var state = loopback.isActive() ? InterfaceListFlag.ACTIVE : InterfaceListFlag.INACTIVE;
        assertThat(connection.interfaces().list(Flags.of(state))).contains(loopback);
        assertThat(refused(() -> connection.interfaces().lookupByMac("52:54:00:77:77:77")).code())
                .isEqualTo(ErrorCode.NO_INTERFACE);
        assertThat(refused(() -> connection.interfaces().beginChange(0)).code())
                .isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void devicesTellWhatTheyCanDo() {
        NodeDevice computer = connection.nodeDevices().lookupByName("computer");

        assertThat(computer.parent()).isEmpty();
        assertThat(computer.capabilities()).containsExactly("system");
        assertThat(computer.isActive()).isTrue();
        assertThat(computer.xml(Flags.none())).contains("<name>computer</name>");
        assertThat(connection.nodeDevices().list(Flags.of(NodeDeviceListFlag.CAP_SYSTEM)))
                .containsExactly(computer);
        assertThat(connection.nodeDevices().names(Optional.of("system"), 0))
                .containsExactly("computer");
        assertThat(refused(() -> connection.nodeDevices().lookupByName("nothing")).code())
                .isEqualTo(ErrorCode.NO_NODE_DEVICE);
    }

    @Test
    void filtersAreDefinedAndRemoved() {
        String xml = "<filter name='jvirt-none' chain='root'/>";

        Nwfilter filter =
                connection.nwfilters().defineXml(xml, Flags.of(NwfilterDefineFlag.VALIDATE));

        assertThat(connection.nwfilters().list(0)).contains(filter);
        assertThat(connection.nwfilters().lookupByUuid(filter.uuid()).name())
                .isEqualTo("jvirt-none");
        assertThat(filter.xml(0)).startsWith("<filter name='jvirt-none' chain='root'>");
        assertThat(connection.nwfilterBindings().list(0)).isEmpty();
        assertThat(refused(() -> connection.nwfilterBindings().lookupByPortDevice("vnet99")).code())
                .isEqualTo(ErrorCode.NO_NWFILTER_BINDING);
        filter.undefine();
        assertThat(refused(() -> filter.xml(0)).code()).isEqualTo(ErrorCode.NO_NWFILTER);
    }
}
