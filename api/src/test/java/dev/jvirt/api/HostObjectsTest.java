package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NwfilterBindingId;
import dev.jvirt.api.host.NwfilterId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What is checked before a driver is asked about interfaces, devices and filters of the host. The
/// driver has none, so that every call that passes its checks is not supported.
class HostObjectsTest {
    private static final InterfaceId ETH0 = new InterfaceId("eth0", "52:54:00:00:00:01");
    private static final NodeDeviceId DISK = new NodeDeviceId("block_sda");
    private static final NwfilterId CLEAN = new NwfilterId("clean-traffic", new UUID(1, 2));
    private static final NwfilterBindingId BOUND = new NwfilterBindingId("vnet0", "clean-traffic");

    private static Connection open(ConnectFlag... flags) {
        var driver = new FakeDriver("fake", Set.of("fake"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("fake:///"),
                Authenticator.none(),
                Flags.of(flags));
    }

    private static Map<String, ThrowingCallable> reading(Connection connection) {
        var calls = new TreeMap<String, ThrowingCallable>();
        var interfaces = connection.interfaces();
        calls.put("virConnectListAllInterfaces", () -> interfaces.list(Flags.none()));
        calls.put("virInterfaceLookupByName", () -> interfaces.lookupByName("eth0"));
        calls.put("virInterfaceLookupByMACString", () -> interfaces.lookupByMac(ETH0.mac()));
        calls.put("virInterfaceGetXMLDesc", () -> interfaces.iface(ETH0).xml(Flags.none()));
        calls.put("virInterfaceIsActive", () -> interfaces.iface(ETH0).isActive());
        var devices = connection.nodeDevices();
        var device = devices.device(DISK);
        calls.put("virConnectListAllNodeDevices", () -> devices.list(Flags.none()));
        calls.put("virNodeListDevices", () -> devices.names(Optional.of("pci"), 0));
        calls.put("virNodeDeviceLookupByName", () -> devices.lookupByName("block_sda"));
        calls.put(
                "virNodeDeviceLookupSCSIHostByWWN", () -> devices.lookupScsiHostByWwn("1", "2", 0));
        calls.put("virNodeDeviceGetXMLDesc", () -> device.xml(Flags.none()));
        calls.put("virNodeDeviceGetParent", device::parent);
        calls.put("virNodeDeviceListCaps", device::capabilities);
        calls.put("virNodeDeviceIsPersistent", device::isPersistent);
        calls.put("virNodeDeviceIsActive", device::isActive);
        var filters = connection.nwfilters();
        calls.put("virConnectListAllNWFilters", () -> filters.list(0));
        calls.put("virNWFilterLookupByName", () -> filters.lookupByName("clean-traffic"));
        calls.put("virNWFilterLookupByUUID", () -> filters.lookupByUuid(CLEAN.uuid()));
        calls.put("virNWFilterGetXMLDesc", () -> filters.filter(CLEAN).xml(0));
        var bindings = connection.nwfilterBindings();
        calls.put("virConnectListAllNWFilterBindings", () -> bindings.list(0));
        calls.put("virNWFilterBindingLookupByPortDev", () -> bindings.lookupByPortDevice("vnet0"));
        calls.put("virNWFilterBindingGetXMLDesc", () -> bindings.binding(BOUND).xml(0));
        return calls;
    }

    private static Map<String, ThrowingCallable> changing(Connection connection) {
        var calls = new TreeMap<String, ThrowingCallable>();
        var interfaces = connection.interfaces();
        var iface = interfaces.iface(ETH0);
        calls.put("virInterfaceDefineXML", () -> interfaces.defineXml("", Flags.none()));
        calls.put("virInterfaceUndefine", iface::undefine);
        calls.put("virInterfaceCreate", () -> iface.create(0));
        calls.put("virInterfaceDestroy", () -> iface.destroy(0));
        calls.put("virInterfaceChangeBegin", () -> interfaces.beginChange(0));
        calls.put("virInterfaceChangeCommit", () -> interfaces.commitChange(0));
        calls.put("virInterfaceChangeRollback", () -> interfaces.rollbackChange(0));
        var devices = connection.nodeDevices();
        var device = devices.device(DISK);
        calls.put("virNodeDeviceCreateXML", () -> devices.createXml("", Flags.none()));
        calls.put("virNodeDeviceDefineXML", () -> devices.defineXml("", Flags.none()));
        calls.put("virNodeDeviceUndefine", () -> device.undefine(0));
        calls.put("virNodeDeviceCreate", () -> device.create(0));
        calls.put("virNodeDeviceDestroy", device::destroy);
        calls.put("virNodeDeviceUpdate", () -> device.update("", Flags.none()));
        calls.put("virNodeDeviceDetachFlags", () -> device.detach(Optional.of("vfio"), 0));
        calls.put("virNodeDeviceReAttach", device::reattach);
        calls.put("virNodeDeviceReset", device::reset);
        calls.put("virNodeDeviceGetAutostart", device::autostart);
        calls.put("virNodeDeviceSetAutostart", () -> device.setAutostart(true));
        var filters = connection.nwfilters();
        var bindings = connection.nwfilterBindings();
        calls.put("virNWFilterDefineXMLFlags", () -> filters.defineXml("", new Flags<>(1)));
        calls.put("virNWFilterUndefine", () -> filters.filter(CLEAN).undefine());
        calls.put("virNWFilterBindingCreateXML", () -> bindings.createXml("", Flags.none()));
        calls.put("virNWFilterBindingDelete", () -> bindings.binding(BOUND).delete());
        return calls;
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    private static ErrorDomain part(String function) {
        if (function.contains("NWFilter")) {
            return ErrorDomain.NWFILTER;
        }
        return function.contains("Interface") ? ErrorDomain.INTERFACE : ErrorDomain.NODEDEV;
    }

    private static void assertUnsupported(String function, ThrowingCallable call) {
        var error = refused(call);
        assertThat(error.code()).as(function).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error.domain()).isEqualTo(part(function));
        assertThat(error)
                .hasMessage("this function is not supported by the connection driver: " + function);
    }

    @Test
    void whatTheDriverLacksIsNotSupported() {
        try (var connection = open()) {
            reading(connection).forEach(HostObjectsTest::assertUnsupported);
            changing(connection).forEach(HostObjectsTest::assertUnsupported);
        }
    }

    @Test
    void readOnlyConnectionsRefuseChangesAndNothingElse() {
        try (var connection = open(ConnectFlag.RO)) {
            reading(connection).forEach(HostObjectsTest::assertUnsupported);
            changing(connection)
                    .forEach(
                            (function, call) -> {
                                var error = refused(call);
                                assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
                                assertThat(error.domain()).isEqualTo(part(function));
                                assertThat(error).hasMessageEndingWith(" prevents " + function);
                            });
        }
    }

    @Test
    void callsWithoutAnythingNewAreKnownByTheirOlderNames() {
        Map<String, Consumer<Connection>> calls =
                Map.of(
                        "virNWFilterDefineXML",
                        connection -> connection.nwfilters().defineXml("", Flags.none()),
                        "virNodeDeviceDettach",
                        connection ->
                                connection.nodeDevices().device(DISK).detach(Optional.empty(), 0));

        try (var connection = open(ConnectFlag.RO)) {
            calls.forEach(
                    (function, call) ->
                            assertThat(refused(() -> call.accept(connection)))
                                    .hasMessageEndingWith(" prevents " + function));
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
}
