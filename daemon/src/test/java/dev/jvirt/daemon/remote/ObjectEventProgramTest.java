package dev.jvirt.daemon.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.daemon.FakeConnection;
import dev.jvirt.daemon.FakeDriver;
import dev.jvirt.protocol.qemu.QemuEventCalls.ConnectDomainMonitorEventDeregister;
import dev.jvirt.protocol.qemu.QemuEventCalls.ConnectDomainMonitorEventRegister;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNetworkEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNetworkEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNodeDeviceEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNodeDeviceEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectSecretEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectSecretEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectStoragePoolEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectStoragePoolEventRegisterAny;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Errors about subscriptions, in the words of libvirt's daemon.
class ObjectEventProgramTest {
    private final RemoteSession session =
            new RemoteSession(
                    new FakeConnection(false), new DriverTable(List.of(new FakeDriver())));
    private final ObjectEventProgram objects = new ObjectEventProgram(session);
    private final QemuEventProgram monitors = new QemuEventProgram(session);

    private void open(int flags) {
        session.open(Optional.of("fake:///"), flags);
    }

    @Test
    void subscriptionsNeedAnOpenConnection() {
        var call = new ConnectSecretEventRegisterAny(0, Optional.empty());

        assertThatThrownBy(() -> objects.connectSecretEventRegisterAny(call))
                .hasMessage("internal error: connection not open");
    }

    @Test
    void unknownKindsOfEventsAreRefused() {
        open(0);

        assertThatThrownBy(
                        () ->
                                objects.connectNetworkEventRegisterAny(
                                        new ConnectNetworkEventRegisterAny(2, Optional.empty())))
                .hasMessage("internal error: unsupported network event ID 2");
        assertThatThrownBy(
                        () ->
                                objects.connectStoragePoolEventRegisterAny(
                                        new ConnectStoragePoolEventRegisterAny(
                                                2, Optional.empty())))
                .hasMessage("internal error: unsupported storage pool event ID 2");
        assertThatThrownBy(
                        () ->
                                objects.connectNodeDeviceEventRegisterAny(
                                        new ConnectNodeDeviceEventRegisterAny(
                                                -1, Optional.empty())))
                .hasMessage("internal error: unsupported node device event ID -1");
        assertThatThrownBy(
                        () ->
                                objects.connectSecretEventRegisterAny(
                                        new ConnectSecretEventRegisterAny(2, Optional.empty())))
                .hasMessage("internal error: unsupported secret event ID 2");
    }

    @Test
    void unknownRegistrationsCannotEnd() {
        open(0);

        assertThatThrownBy(
                        () ->
                                objects.connectNetworkEventDeregisterAny(
                                        new ConnectNetworkEventDeregisterAny(3)))
                .hasMessage("internal error: network event callback 3 not registered");
        assertThatThrownBy(
                        () ->
                                objects.connectStoragePoolEventDeregisterAny(
                                        new ConnectStoragePoolEventDeregisterAny(3)))
                .hasMessage("internal error: storage pool event callback 3 not registered");
        assertThatThrownBy(
                        () ->
                                objects.connectNodeDeviceEventDeregisterAny(
                                        new ConnectNodeDeviceEventDeregisterAny(3)))
                .hasMessage("internal error: node device event callback 3 not registered");
        assertThatThrownBy(
                        () ->
                                objects.connectSecretEventDeregisterAny(
                                        new ConnectSecretEventDeregisterAny(3)))
                .hasMessage("internal error: secret event callback 3 not registered");
        assertThatThrownBy(
                        () ->
                                monitors.connectDomainMonitorEventDeregister(
                                        new ConnectDomainMonitorEventDeregister(3)))
                .hasMessage("internal error: qemu monitor event callback 3 not registered");
    }

    @Test
    void aDriverWithoutSuchEventsSaysSo() {
        open(0);
        var call = new ConnectNetworkEventRegisterAny(0, Optional.empty());

        assertThatThrownBy(() -> objects.connectNetworkEventRegisterAny(call))
                .hasMessage(
                        "this function is not supported by the connection driver:"
                                + " virConnectNetworkEventRegisterAny");
    }

    @Test
    void monitorsAreForThoseWhoMayChangeThings() {
        open(1);
        var call = new ConnectDomainMonitorEventRegister(Optional.empty(), Optional.empty(), 0);

        assertThatThrownBy(() -> monitors.connectDomainMonitorEventRegister(call))
                .hasMessage(
                        "operation forbidden: read only access prevents"
                                + " virConnectDomainQemuMonitorEventRegister");
    }

    @Test
    void theQemuProgramHasMoreCallsThanThese() {
        var program = SpecificProgram.qemu(session);

        assertThat(program.procedure(1)).isNotNull();
        assertThat(program.procedure(4)).isNotNull();
        assertThat(program.procedure(6)).isNull();
    }
}
