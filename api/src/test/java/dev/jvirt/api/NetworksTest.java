package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkMetadata;
import dev.jvirt.api.network.NetworkMetadataType;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.api.network.NetworkUpdateCommand;
import dev.jvirt.api.network.NetworkUpdateSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What is checked before a driver is asked about networks. The driver has none, so that every call
/// that passes its checks is not supported.
class NetworksTest {
    private static final NetworkId LAN = new NetworkId("lan", new UUID(1, 2));
    private static final NetworkPortId PORT = new NetworkPortId(LAN, new UUID(3, 4));

    private static Connection open(ConnectFlag... flags) {
        var driver = new FakeDriver("fake", Set.of("fake"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("fake:///"),
                Authenticator.none(),
                Flags.of(flags));
    }

    private static Map<String, ThrowingCallable> reading(Connection connection) {
        var networks = connection.networks();
        var network = networks.network(LAN);
        var port = network.ports().port(PORT);
        var calls = new LinkedHashMap<String, ThrowingCallable>();
        calls.put("virConnectListAllNetworks", () -> networks.list(Flags.none()));
        calls.put("virNetworkLookupByName", () -> networks.lookupByName("lan"));
        calls.put("virNetworkLookupByUUID", () -> networks.lookupByUuid(LAN.uuid()));
        calls.put("virNetworkGetXMLDesc", () -> network.xml(Flags.none()));
        calls.put("virNetworkGetBridgeName", network::bridgeName);
        calls.put("virNetworkGetAutostart", network::autostart);
        calls.put("virNetworkIsActive", network::isActive);
        calls.put("virNetworkIsPersistent", network::isPersistent);
        calls.put("virNetworkGetDHCPLeases", () -> network.dhcpLeases(Optional.empty(), 0));
        calls.put(
                "virNetworkGetMetadata",
                () -> network.metadata(NetworkMetadataType.TITLE, Optional.empty(), Flags.none()));
        calls.put("virNetworkListAllPorts", () -> network.ports().list(0));
        calls.put("virNetworkPortLookupByUUID", () -> network.ports().lookupByUuid(PORT.uuid()));
        calls.put("virNetworkPortGetXMLDesc", () -> port.xml(0));
        calls.put("virNetworkPortGetParameters", () -> port.parameters(0));
        return calls;
    }

    private static Map<String, ThrowingCallable> changing(Connection connection) {
        var networks = connection.networks();
        var network = networks.network(LAN);
        var port = network.ports().port(PORT);
        var change =
                NetworkChange.of(
                        NetworkUpdateCommand.ADD_LAST,
                        NetworkUpdateSection.IP_DHCP_HOST,
                        -1,
                        "<host/>");
        var title = NetworkMetadata.title(Optional.of("The LAN"));
        var calls = new LinkedHashMap<String, ThrowingCallable>();
        calls.put("virNetworkCreateXMLFlags", () -> networks.createXml("", new Flags<>(1)));
        calls.put("virNetworkDefineXMLFlags", () -> networks.defineXml("", new Flags<>(1)));
        calls.put("virNetworkCreate", network::create);
        calls.put("virNetworkDestroy", network::destroy);
        calls.put("virNetworkUndefine", network::undefine);
        calls.put("virNetworkUpdate", () -> network.update(change, Flags.none()));
        calls.put("virNetworkSetAutostart", () -> network.setAutostart(true));
        calls.put("virNetworkSetMetadata", () -> network.setMetadata(title, Flags.none()));
        calls.put("virNetworkPortCreateXML", () -> network.ports().createXml("", Flags.none()));
        calls.put(
                "virNetworkPortSetParameters", () -> port.setParameters(TypedParameters.none(), 0));
        calls.put("virNetworkPortDelete", () -> port.delete(0));
        return calls;
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    private static void assertUnsupported(String function, ThrowingCallable call) {
        var error = refused(call);
        assertThat(error.code()).as(function).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error.domain()).isEqualTo(ErrorDomain.NETWORK);
        assertThat(error)
                .hasMessage("this function is not supported by the connection driver: " + function);
    }

    @Test
    void whatTheDriverLacksIsNotSupported() {
        try (var connection = open()) {
            reading(connection).forEach(NetworksTest::assertUnsupported);
            changing(connection).forEach(NetworksTest::assertUnsupported);
        }
    }

    @Test
    void readOnlyConnectionsRefuseChangesAndNothingElse() {
        try (var connection = open(ConnectFlag.RO)) {
            reading(connection).forEach(NetworksTest::assertUnsupported);
            changing(connection)
                    .forEach(
                            (function, call) -> {
                                var error = refused(call);
                                assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
                                assertThat(error.domain()).isEqualTo(ErrorDomain.NETWORK);
                                assertThat(error).hasMessageEndingWith(" prevents " + function);
                            });
        }
    }

    @Test
    void callsWithoutFlagsAreKnownByTheirOlderNames() {
        try (var connection = open(ConnectFlag.RO)) {
            assertThat(refused(() -> connection.networks().createXml("", Flags.none())))
                    .hasMessageEndingWith(" prevents virNetworkCreateXML");
            assertThat(refused(() -> connection.networks().defineXml("", Flags.none())))
                    .hasMessageEndingWith(" prevents virNetworkDefineXML");
        }
    }

    @Test
    void closedConnectionsAnswerNothing() {
        var connection = open();
        connection.close();

        reading(connection)
                .forEach(
                        (function, call) ->
                                assertThat(refused(call))
                                        .hasMessage("invalid connection pointer in " + function));
    }

    @Test
    void titlesHaveOneLine() {
        assertThat(setting(NetworkMetadata.title(Optional.of("a\nb"))))
                .hasMessage("metadata title can't contain newlines");
        assertUnsupported(
                "virNetworkSetMetadata",
                () -> set(NetworkMetadata.description(Optional.of("a\nb"))));
    }

    @Test
    void onlyElementsHaveANamespace() {
        var none = Optional.<String>empty();
        var some = Optional.of("x");

        assertThat(setting(new NetworkMetadata(0, some, none, some)))
                .hasMessage("uri in virNetworkSetMetadata must be NULL");
        assertThat(setting(new NetworkMetadata(1, some, some, none)))
                .hasMessage("key in virNetworkSetMetadata must be NULL");
        assertThat(setting(new NetworkMetadata(2, some, some, none)))
                .hasMessage("uri in virNetworkSetMetadata must not be NULL");
        assertThat(setting(new NetworkMetadata(2, some, none, some)))
                .hasMessage("key in virNetworkSetMetadata must not be NULL");
        assertUnsupported(
                "virNetworkSetMetadata", () -> set(NetworkMetadata.noElement("urn:jvirt")));
        assertThat(getting(0, some)).hasMessage("uri in virNetworkGetMetadata must be NULL");
        assertThat(getting(2, none)).hasMessage("uri in virNetworkGetMetadata must not be NULL");
    }

    @Test
    void kindsOfMetadataThatAreNotKnownAreLeftToTheDriver() {
        var some = Optional.of("x");

        assertUnsupported(
                "virNetworkSetMetadata", () -> set(new NetworkMetadata(9, some, some, some)));
        assertThat(getting(9, some).code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void metadataIsOfTheRunningNetworkOrOfItsDefinition() {
        try (var connection = open()) {
            var network = connection.networks().network(LAN);

            var error = refused(() -> network.metadata(1, Optional.empty(), new Flags<>(3)));

            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
            assertThat(error)
                    .hasMessage(
                            "Flags 'VIR_NETWORK_UPDATE_AFFECT_LIVE' and"
                                    + " 'VIR_NETWORK_UPDATE_AFFECT_CONFIG' are mutually exclusive");
        }
    }

    private static LibvirtException setting(NetworkMetadata metadata) {
        var error = refused(() -> set(metadata));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error.str1()).contains("virNetworkSetMetadata");
        return error;
    }

    private static void set(NetworkMetadata metadata) {
        try (var connection = open()) {
            connection.networks().network(LAN).setMetadata(metadata, Flags.none());
        }
    }

    private static LibvirtException getting(int type, Optional<String> uri) {
        try (var connection = open()) {
            var network = connection.networks().network(LAN);
            return refused(() -> network.metadata(type, uri, Flags.none()));
        }
    }

    @Test
    void handlesOfOneNetworkAreEqual() {
        try (var connection = open();
                var other = open()) {
            var network = connection.networks().network(LAN);
            var renamed = new NetworkId("wan", LAN.uuid());

            assertThat(connection.networks().network(renamed)).isEqualTo(network);
            assertThat(other.networks().network(LAN)).isNotEqualTo(network);
            assertThat(network.ports().port(PORT)).isEqualTo(network.ports().port(PORT));
            assertThat(network.ports().port(PORT).network()).isSameAs(network);
        }
    }
}
