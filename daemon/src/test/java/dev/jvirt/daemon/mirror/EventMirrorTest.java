package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorEventFlag;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.api.event.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a driver in the daemon tells arrives unchanged at the client's handlers: for every kind of
/// event that there is.
@Timeout(60)
class EventMirrorTest {
    private static final int ROUNDS = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @EnumSource
    void eventsOfDomains(DomainEventId kind) throws Exception {
        try (var halves = EventHalves.start(folder)) {
            mirror(
                    halves,
                    kind.type(),
                    c -> c.events().onDomain(kind.type(), Optional.empty(), heard::add),
                    event -> event);
        }
    }

    @ParameterizedTest
    @EnumSource(to = "DEVICE_REMOVED")
    void eventsOfDomainsInTheOlderStyle(DomainEventId kind) throws Exception {
        try (var halves = EventHalves.startOlder(folder)) {
            mirror(
                    halves,
                    kind.type(),
                    c -> c.events().onDomain(kind.type(), Optional.empty(), heard::add),
                    EventMirrorTest::inOlderStyle);
        }
    }

    /// Older messages have no room for the reason.
    private static Object inOlderStyle(Object event) {
        return switch (event) {
            case DomainEvent.PmWakeup e -> new DomainEvent.PmWakeup(e.domain(), 0);
            case DomainEvent.PmSuspend e -> new DomainEvent.PmSuspend(e.domain(), 0);
            case DomainEvent.PmSuspendDisk e -> new DomainEvent.PmSuspendDisk(e.domain(), 0);
            default -> event;
        };
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfNetworks(NetworkEventId kind) throws Exception {
        try (var halves = EventHalves.start(folder)) {
            mirror(
                    halves,
                    kind.type(),
                    c -> c.events().onNetwork(kind.type(), Optional.empty(), heard::add),
                    event -> event);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfStoragePools(StoragePoolEventId kind) throws Exception {
        try (var halves = EventHalves.start(folder)) {
            mirror(
                    halves,
                    kind.type(),
                    c -> c.events().onStoragePool(kind.type(), Optional.empty(), heard::add),
                    event -> event);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfDevices(NodeDeviceEventId kind) throws Exception {
        try (var halves = EventHalves.start(folder)) {
            mirror(
                    halves,
                    kind.type(),
                    c -> c.events().onNodeDevice(kind.type(), Optional.empty(), heard::add),
                    event -> event);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfSecrets(SecretEventId kind) throws Exception {
        try (var halves = EventHalves.start(folder)) {
            mirror(
                    halves,
                    kind.type(),
                    c -> c.events().onSecret(kind.type(), Optional.empty(), heard::add),
                    event -> event);
        }
    }

    @Test
    void eventsOfMonitors() throws Exception {
        var filter =
                new QemuMonitorFilter(Optional.of("POWER.*"), Flags.of(QemuMonitorEventFlag.REGEX));
        var web = values(0).of(DomainId.class);
        try (var halves = EventHalves.start(folder);
                var connection = halves.connect()) {
            mirror(
                    halves,
                    QemuMonitorEvent.class,
                    c -> c.events().onQemuMonitor(filter, Optional.empty(), heard::add),
                    event -> event);

            connection
                    .events()
                    .onQemuMonitor(
                            filter, Optional.of(connection.domain((DomainId) web)), heard::add);

            var listener = halves.far().listeners().getFirst();
            assertThat(listener.filter()).isEqualTo(filter);
            assertThat(listener.object()).isEqualTo(Optional.of(web));
        }
    }

    private void mirror(
            EventHalves halves,
            Class<?> type,
            Function<Connection, Subscription> subscribe,
            Function<Object, Object> expected)
            throws InterruptedException, IOException {
        try (var connection = halves.connect()) {
            Subscription subscription = subscribe.apply(connection);
            for (int round = 0; round < ROUNDS; round++) {
                Object event = values(round).of(type);

                halves.far().emit(event);

                assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(expected.apply(event));
            }
            subscription.close();
            assertThat(halves.far().listeners()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }

    private static Values values(int round) {
        return new Values(4711 + round)
                .rule(TypedParameter.class, v -> new TypedParameter("p" + v.below(9), value(v)));
    }

    private static TypedValue value(Values values) {
        return (TypedValue) values.of(TypedValue.class);
    }
}
