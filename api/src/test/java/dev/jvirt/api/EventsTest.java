package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.api.event.WatchdogAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final FakeDriver driver = new FakeDriver("qemu", Set.of("qemu"), Answer.ACCEPT);

    private Connection open(Flags<ConnectFlag> flags) {
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("qemu:///system"),
                Authenticator.none(),
                flags);
    }

    @Test
    void everyTypeOfEventHasItsNumber() {
        assertThat(Arrays.stream(DomainEventId.values()).map(DomainEventId::type))
                .containsExactlyInAnyOrder(types(DomainEvent.class));
        assertThat(Arrays.stream(NetworkEventId.values()).map(NetworkEventId::type))
                .containsExactlyInAnyOrder(types(NetworkEvent.class));
        assertThat(Arrays.stream(StoragePoolEventId.values()).map(StoragePoolEventId::type))
                .containsExactlyInAnyOrder(types(StoragePoolEvent.class));
        assertThat(Arrays.stream(NodeDeviceEventId.values()).map(NodeDeviceEventId::type))
                .containsExactlyInAnyOrder(types(NodeDeviceEvent.class));
        assertThat(Arrays.stream(SecretEventId.values()).map(SecretEventId::type))
                .containsExactlyInAnyOrder(types(SecretEvent.class));
    }

    @SuppressWarnings("unchecked")
    private static <E> Class<E>[] types(Class<E> sort) {
        return (Class<E>[]) sort.getPermittedSubclasses();
    }

    @Test
    void numbersAreFoundAndUnknownOnesAreNot() {
        assertThat(DomainEventId.of(26)).contains(DomainEventId.MEMORY_DEVICE_SIZE_CHANGE);
        assertThat(DomainEventId.of(DomainEvent.NicMacChange.class).code()).isEqualTo(27);
        assertThat(DomainEventId.of(28)).isEmpty();
        assertThat(SecretEventId.of(-1)).isEmpty();
        assertThat(WatchdogAction.of(99)).isEqualTo(WatchdogAction.UNKNOWN);
    }

    @Test
    void onlyOneKindOfEventIsSubscribedToAtATime() {
        try (var connection = open(Flags.none())) {
            assertThatThrownBy(
                            () ->
                                    connection
                                            .events()
                                            .onDomain(DomainEvent.class, Optional.empty(), _ -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void eventsThatTheDriverLacksAreNotSupported() {
        try (var connection = open(Flags.none())) {
            var events = connection.events();
            Stream.<Runnable>of(
                            () ->
                                    events.onDomain(
                                            DomainEvent.Reboot.class, Optional.empty(), _ -> {}),
                            () ->
                                    events.onNetwork(
                                            NetworkEvent.Lifecycle.class,
                                            Optional.empty(),
                                            _ -> {}),
                            () ->
                                    events.onStoragePool(
                                            StoragePoolEvent.Refresh.class,
                                            Optional.empty(),
                                            _ -> {}),
                            () ->
                                    events.onNodeDevice(
                                            NodeDeviceEvent.Update.class,
                                            Optional.empty(),
                                            _ -> {}),
                            () ->
                                    events.onSecret(
                                            SecretEvent.ValueChanged.class,
                                            Optional.empty(),
                                            _ -> {}),
                            () ->
                                    events.onQemuMonitor(
                                            QemuMonitorFilter.all(), Optional.empty(), _ -> {}))
                    .forEach(
                            subscribe ->
                                    assertThatThrownBy(subscribe::run)
                                            .hasMessageMatching(
                                                    "this function is not supported by the"
                                                            + " connection driver: "
                                                            + "virConnect\\w+EventRegister(Any)?"));
        }
    }

    @Test
    void monitorsAreForThoseWhoMayChangeThings() {
        try (var connection = open(Flags.of(ConnectFlag.RO))) {
            assertThatThrownBy(
                            () ->
                                    connection
                                            .events()
                                            .onQemuMonitor(
                                                    QemuMonitorFilter.all(),
                                                    Optional.empty(),
                                                    _ -> {}))
                    .hasMessage(
                            "operation forbidden: read only access prevents"
                                    + " virConnectDomainQemuMonitorEventRegister");
        }
    }

    @Test
    void aClosedConnectionHasNoEvents() {
        var connection = open(Flags.none());
        connection.close();

        assertThatThrownBy(
                        () ->
                                connection.onDomainEvent(
                                        DomainEventId.LIFECYCLE, Optional.empty(), _ -> {}))
                .hasMessage("invalid connection pointer in virConnectDomainEventRegisterAny");
    }
}
