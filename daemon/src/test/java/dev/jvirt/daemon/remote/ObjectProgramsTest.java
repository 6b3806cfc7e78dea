package dev.jvirt.daemon.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NwfilterId;
import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.api.network.NetworkDhcpLease;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.bridge.DhcpLeases;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.daemon.FakeConnection;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListAllInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListDefinedInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListInterfaces;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDetachFlags;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceListCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceNumOfCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeListDevices;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeNumOfDevices;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListAllNwfilters;
import dev.jvirt.protocol.host.NwfilterCalls.ConnectListNwfilters;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXml;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXmlFlags;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreateXml;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreateXmlFlags;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkGetDhcpLeases;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortGetParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls about networks and other objects of the host whose form on the wire is not just theirs.
class ObjectProgramsTest {
    private static final NetworkId LAN = new NetworkId("lan", new UUID(1, 2));
    private static final NetworkDhcpLease LEASE =
            new NetworkDhcpLease(
                    "virbr0",
                    5,
                    IpAddressType.IPV4,
                    Optional.empty(),
                    Optional.empty(),
                    "192.168.122.2",
                    24,
                    Optional.empty(),
                    Optional.empty());

    private final Objects objects = new Objects();

    private RemoteSession session(boolean readOnly) {
        var session =
                new RemoteSession(new FakeConnection(readOnly), new DriverTable(List.of(objects)));
        session.open(Optional.of("objects:///"), 0);
        return session;
    }

    /// A hypervisor with a network, interfaces, devices and a filter, at `objects:///`.
    private static final class Objects implements ConnectDriver, DriverSession {
        private List<NetworkDhcpLease> leases = List.of(LEASE);
        private TypedParameters parameters =
                TypedParameters.builder()
                        .put("inbound.average", TypedValue.ofUnsignedInt(5))
                        .put("name", TypedValue.ofString("x"))
                        .build();
        private final List<Integer> flags = new ArrayList<>();

        @Override
        public String name() {
            return "objects";
        }

        @Override
        public Set<String> schemes() {
            return Set.of("objects");
        }

        @Override
        public Optional<DriverSession> open(OpenRequest request) {
            return Optional.of(this);
        }

        @Override
        public HostDriver host() {
            return new HostDriver() {};
        }

        @Override
        public DomainDriver domains() {
            return new DomainDriver() {};
        }

        @Override
        public Optional<NetworkDriver> networks() {
            return Optional.of(
                    new NetworkDriver() {
                        @Override
                        public List<NetworkDhcpLease> dhcpLeases(
                                NetworkId network, Optional<String> mac, int flags) {
                            return leases;
                        }

                        @Override
                        public TypedParameters portParameters(NetworkPortId port, int given) {
                            flags.add(given);
                            return parameters;
                        }
                    });
        }

        @Override
        public Optional<InterfaceDriver> interfaces() {
            return Optional.of(
                    new InterfaceDriver() {
                        @Override
                        public List<InterfaceId> list(Flags<InterfaceListFlag> flags) {
                            return flags.has(InterfaceListFlag.ACTIVE)
                                    ? List.of(new InterfaceId("lo", ""), new InterfaceId("up", ""))
                                    : List.of(new InterfaceId("down", ""));
                        }
                    });
        }

        @Override
        public Optional<NodeDeviceDriver> nodeDevices() {
            return Optional.of(
                    new NodeDeviceDriver() {
                        @Override
                        public List<String> names(Optional<String> capability, int flags) {
                            return List.of("computer", capability.orElse("net_lo"));
                        }

                        @Override
                        public List<String> capabilities(NodeDeviceId device) {
                            return List.of("scsi_host", "fc_host");
                        }
                    });
        }

        @Override
        public Optional<NwfilterDriver> nwfilters() {
            return Optional.of(
                    new NwfilterDriver() {
                        @Override
                        public List<NwfilterId> list(int flags) {
                            return List.of(new NwfilterId("clean", LAN.uuid()));
                        }
                    });
        }

        @Override
        public void close() {}
    }

    private NetworkGetDhcpLeases.Reply leases(int needResults) {
        return new NetworkDefinitionProgram(session(false))
                .networkGetDhcpLeases(
                        new NetworkGetDhcpLeases(
                                Identities.remote(LAN), Optional.empty(), needResults, 0));
    }

    @Test
    void withoutNeedForLeasesOnlyTheirNumberIsTold() {
        assertThat(leases(0)).isEqualTo(new NetworkGetDhcpLeases.Reply(List.of(), 1));
        assertThat(leases(1))
                .isEqualTo(new NetworkGetDhcpLeases.Reply(List.of(DhcpLeases.remote(LEASE)), 1));
    }

    @Test
    void moreLeasesThanFitAreRefused() {
        objects.leases = Collections.nCopies(65537, LEASE);

        assertThatThrownBy(() -> leases(1))
                .hasMessage(
                        "internal error: Number of leases is 65537, which exceeds max limit:"
                                + " 65536");
    }

    private NetworkPortGetParameters.Reply portParameters(int flags) {
        var port = Identities.remote(new NetworkPortId(LAN, new UUID(3, 4)));
        return new NetworkPortProgram(session(false))
                .networkPortGetParameters(new NetworkPortGetParameters(port, 12345, flags));
    }

    @Test
    void allParametersOfPortsAreToldWhateverNumberIsAskedFor() {
        var reply = portParameters(8);

        assertThat(Parameters.local(reply.params())).isEqualTo(objects.parameters);
        assertThat(reply.nparams()).isZero();
        assertThat(objects.flags).containsExactly(8);
    }

    @Test
    void moreParametersThanFitAreRefused() {
        var many = TypedParameters.builder();
        for (int i = 0; i < 17; i++) {
            many.put("p" + i, TypedValue.ofInt(i));
        }
        objects.parameters = many.build();

        assertThatThrownBy(() -> portParameters(0))
                .hasMessage("too many parameters '17' for limit '16'");
    }

    @Test
    void olderListsAreCutToWhatTheClientHasRoomFor() {
        var interfaces = new InterfaceProgram(session(false));
        var devices = new NodeDeviceProgram(session(false));

        assertThat(interfaces.connectNumOfInterfaces().num()).isEqualTo(2);
        assertThat(interfaces.connectListInterfaces(new ConnectListInterfaces(1)).names())
                .containsExactly("lo");
        assertThat(interfaces.connectNumOfDefinedInterfaces().num()).isEqualTo(1);
        assertThat(
                        interfaces
                                .connectListDefinedInterfaces(new ConnectListDefinedInterfaces(9))
                                .names())
                .containsExactly("down");
        assertThat(devices.nodeNumOfDevices(new NodeNumOfDevices(Optional.of("pci"), 0)).num())
                .isEqualTo(2);
        assertThat(devices.nodeListDevices(new NodeListDevices(Optional.of("pci"), 2, 0)).names())
                .containsExactly("computer", "pci");
        assertThat(devices.nodeDeviceNumOfCaps(new NodeDeviceNumOfCaps("host0")).num())
                .isEqualTo(2);
        assertThat(devices.nodeDeviceListCaps(new NodeDeviceListCaps("host0", 1)).names())
                .containsExactly("scsi_host");
    }

    /// libvirt wrote one name more than the client has room for (CVE-2024-1441), and took no room
    /// at all for a list of none (CVE-2024-8235).
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void cve2024_1441_and_8235_interfaceListsNeverHoldMoreThanThereIsRoomFor(int room) {
        var interfaces = new InterfaceProgram(session(false));

        assertThat(interfaces.connectListInterfaces(new ConnectListInterfaces(room)).names())
                .isEqualTo(List.of("lo", "up").subList(0, Math.min(room, 2)));
        assertThat(
                        interfaces
                                .connectListDefinedInterfaces(
                                        new ConnectListDefinedInterfaces(room))
                                .names())
                .isEqualTo(List.of("down").subList(0, Math.min(room, 1)));
        var counted = interfaces.connectListAllInterfaces(new ConnectListAllInterfaces(0, 0));
        assertThat(counted.ifaces()).isEmpty();
        assertThat(counted.count()).isPositive();
    }

    @Test
    void sizesOfOlderListsAreLimitedByName() {
        var interfaces = new InterfaceProgram(session(false));
        var devices = new NodeDeviceProgram(session(false));
        var filters = new NwfilterProgram(session(false));

        assertThatThrownBy(() -> interfaces.connectListInterfaces(new ConnectListInterfaces(16385)))
                .hasMessage("maxnames > REMOTE_INTERFACE_LIST_MAX");
        assertThatThrownBy(
                        () ->
                                devices.nodeListDevices(
                                        new NodeListDevices(Optional.empty(), 65537, 0)))
                .hasMessage("maxnames > REMOTE_NODE_DEVICE_LIST_MAX");
        assertThatThrownBy(() -> devices.nodeDeviceListCaps(new NodeDeviceListCaps("x", 65537)))
                .hasMessage("maxnames > REMOTE_NODE_DEVICE_CAPS_LIST_MAX");
        assertThatThrownBy(() -> filters.connectListNwfilters(new ConnectListNwfilters(16385)))
                .hasMessage("maxnames > REMOTE_NWFILTER_LIST_MAX");
        assertThatThrownBy(() -> filters.connectListNwfilters(new ConnectListNwfilters(-1)))
                .hasMessage("maxnames must be non-negative");
    }

    @Test
    void countsComeWithoutTheListItself() {
        var filters = new NwfilterProgram(session(false));

        assertThat(filters.connectNumOfNwfilters().num()).isEqualTo(1);
        assertThat(filters.connectListNwfilters(new ConnectListNwfilters(0)).names()).isEmpty();
        var counted = filters.connectListAllNwfilters(new ConnectListAllNwfilters(0, 0));
        assertThat(counted.filters()).isEmpty();
        assertThat(counted.count()).isEqualTo(1);
    }

    @Test
    void readOnlyRefusalsNameTheFunctionThatWasCalled() {
        var networks = new NetworkDefinitionProgram(session(true));
        var filters = new NwfilterProgram(session(true));
        var devices = new NodeDeviceProgram(session(true));

        assertThatThrownBy(() -> networks.networkCreateXml(new NetworkCreateXml("")))
                .hasMessageEndingWith(" prevents virNetworkCreateXML");
        assertThatThrownBy(() -> networks.networkCreateXmlFlags(new NetworkCreateXmlFlags("", 0)))
                .hasMessageEndingWith(" prevents virNetworkCreateXMLFlags");
        assertThatThrownBy(() -> filters.nwfilterDefineXml(new NwfilterDefineXml("")))
                .hasMessageEndingWith(" prevents virNWFilterDefineXML");
        assertThatThrownBy(() -> filters.nwfilterDefineXmlFlags(new NwfilterDefineXmlFlags("", 0)))
                .hasMessageEndingWith(" prevents virNWFilterDefineXMLFlags");
        assertThatThrownBy(
                        () ->
                                devices.nodeDeviceDetachFlags(
                                        new NodeDeviceDetachFlags("x", Optional.empty(), 0)))
                .hasMessageEndingWith(" prevents virNodeDeviceDetachFlags");
    }
}
