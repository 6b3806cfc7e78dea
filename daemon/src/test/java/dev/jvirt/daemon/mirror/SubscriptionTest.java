package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.Connection;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkLifecycleType;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.network.NetworkId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What subscribers may rely on.
@Timeout(60)
class SubscriptionTest {
    private static final DomainId WEB = new DomainId("web", new UUID(1, 1), 1);
    private static final DomainId DB = new DomainId("db", new UUID(1, 2), 2);
    private static final NetworkId LAN = new NetworkId("lan", new UUID(1, 3));

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private EventHalves halves;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        halves = EventHalves.start(folder);
        connection = halves.connect();
    }

    @AfterEach
    void stop() {
        connection.close();
        halves.close();
    }

    private static DomainEvent started(DomainId domain) {
        return new DomainEvent.Lifecycle(domain, LifecycleDetail.STARTED_BOOTED);
    }

    private Object next() throws InterruptedException {
        Object event = heard.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("an event in time").isNotNull();
        return event;
    }

    private Subscription hear(Connection from, Optional<DomainId> domain, String name) {
        return from.events()
                .onDomain(
                        DomainEvent.Lifecycle.class,
                        domain.map(from::domain),
                        event -> heard.add(name + " " + event.domain().name()));
    }

    @Test
    void subscribersShareARegistration() throws InterruptedException {
        hear(connection, Optional.empty(), "one");
        var two = hear(connection, Optional.empty(), "two");

        assertThat(halves.far().listeners()).hasSize(1);
        halves.far().emit(started(WEB));
        assertThat(List.of(next(), next())).containsExactly("one web", "two web");
        two.close();
        two.close();
        halves.far().emit(started(DB));
        assertThat(next()).isEqualTo("one db");
        assertThat(halves.far().listeners()).hasSize(1);
    }

    @Test
    void theDaemonIsAskedForOneObjectOnly() {
        hear(connection, Optional.of(WEB), "web");
        connection
                .events()
                .onNetwork(
                        NetworkEvent.Lifecycle.class,
                        Optional.of(connection.networks().network(LAN)),
                        heard::add);

        assertThat(halves.far().listeners())
                .extracting(EmittingDriver.Listener::object)
                .isEqualTo(List.of(Optional.of(WEB), Optional.of(LAN)));
    }

    @Test
    void aDomainThatStartedAnewIsStillTheSame() throws InterruptedException {
        hear(connection, Optional.of(WEB), "first");
        hear(connection, Optional.of(new DomainId("web", WEB.uuid(), 9)), "second");

        assertThat(halves.far().listeners()).hasSize(1);
        halves.far().emit(started(new DomainId("web", WEB.uuid(), 10)));
        assertThat(List.of(next(), next())).containsExactly("first web", "second web");
    }

    @Test
    void aHandlerThatFailsCostsNobodyAnEvent() throws InterruptedException {
        connection
                .events()
                .onDomain(
                        DomainEvent.Lifecycle.class,
                        Optional.empty(),
                        _ -> {
                            throw new IllegalStateException("meant to fail");
                        });
        connection
                .events()
                .onDomain(
                        DomainEvent.Lifecycle.class,
                        Optional.empty(),
                        _ -> {
                            throw new StackOverflowError("meant to fail");
                        });
        hear(connection, Optional.empty(), "other");

        halves.far().emit(started(WEB));
        halves.far().emit(started(DB));

        assertThat(List.of(next(), next())).containsExactly("other web", "other db");
    }

    @Test
    void aHandlerMayEndItsOwnAndOtherSubscriptions() throws InterruptedException {
        var all = new ArrayList<Subscription>();
        all.add(
                connection
                        .events()
                        .onDomain(
                                DomainEvent.Lifecycle.class,
                                Optional.empty(),
                                _ -> {
                                    all.forEach(Subscription::close);
                                    heard.add("closed");
                                }));
        all.add(hear(connection, Optional.empty(), "other"));

        halves.far().emit(started(WEB));

        assertThat(next()).isEqualTo("closed");
        assertThat(halves.far().listeners()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void aHandlerMayCallAndSubscribe() throws InterruptedException {
        connection
                .events()
                .onDomain(
                        DomainEvent.Lifecycle.class,
                        Optional.empty(),
                        _ -> {
                            hear(connection, Optional.of(DB), "inner");
                            heard.add(connection.type());
                        });

        halves.far().emit(started(WEB));

        assertThat(next()).isEqualTo("MIRROR");
        assertThat(halves.far().listeners()).hasSize(2);
    }

    @Test
    void aSlowHandlerDelaysNeitherCallsNorOtherConnections() throws InterruptedException {
        var release = new CountDownLatch(1);
        var entered = new CountDownLatch(1);
        connection
                .events()
                .onDomain(
                        DomainEvent.Lifecycle.class,
                        Optional.empty(),
                        event -> {
                            entered.countDown();
                            await(release);
                            heard.add("slow " + event.domain().name());
                        });
        try (var other = halves.connect()) {
            hear(other, Optional.empty(), "other");

            halves.far().emit(started(WEB));
            halves.far().emit(started(DB));

            await(entered);
            assertThat(List.of(next(), next())).containsExactly("other web", "other db");
            assertThat(connection.type()).isEqualTo("MIRROR");
            release.countDown();
            assertThat(List.of(next(), next())).containsExactly("slow web", "slow db");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eventsOfAllSortsComeInTheirOrder() throws InterruptedException {
        var reboot = new DomainEvent.Reboot(WEB);
        var lan = new NetworkEvent.Lifecycle(LAN, NetworkLifecycleType.STARTED, 0);
        connection.events().onDomain(DomainEvent.Reboot.class, Optional.empty(), heard::add);
        connection.events().onDomain(DomainEvent.Lifecycle.class, Optional.empty(), heard::add);
        connection.events().onNetwork(NetworkEvent.Lifecycle.class, Optional.empty(), heard::add);

        for (int i = 0; i < 100; i++) {
            halves.far().emit(reboot);
            halves.far().emit(lan);
            halves.far().emit(started(DB));
        }

        for (int i = 0; i < 100; i++) {
            assertThat(List.of(next(), next(), next())).containsExactly(reboot, lan, started(DB));
        }
    }

    @Test
    void aClosedConnectionLeavesNothingInTheDaemon() throws InterruptedException {
        var subscription = hear(connection, Optional.empty(), "gone");
        connection.events().onSecret(SecretEvent.ValueChanged.class, Optional.empty(), heard::add);
        connection.events().onQemuMonitor(QemuMonitorFilter.all(), Optional.empty(), heard::add);

        connection.close();

        subscription.close();
        for (int i = 0; i < 3; i++) {
            assertThat(halves.far().ended().poll(20, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(halves.far().listeners()).isEmpty();
    }

    @Test
    void theEndOfTheDaemonIsToldBehindAllEvents() throws InterruptedException {
        var subscription = hear(connection, Optional.empty(), "last");
        connection.onClose(
                _ -> {
                    throw new IllegalStateException("meant to fail");
                });
        connection.onClose(heard::add);

        halves.far().emit(started(WEB));
        halves.close();

        assertThat(List.of(next(), next())).containsExactly("last web", CloseReason.EOF);
        subscription.close();
        assertThat(connection.isAlive()).isFalse();
    }

    @Test
    void objectsOfOtherConnectionsAreRefused() {
        try (var other = halves.connect()) {
            var web = Optional.of(other.domain(WEB));
            var lan = Optional.of(other.networks().network(LAN));

            assertThatThrownBy(
                            () -> connection.onDomainEvent(DomainEventId.REBOOT, web, heard::add))
                    .hasMessage("domain 'web' must match connection");
            assertThatThrownBy(
                            () ->
                                    connection
                                            .events()
                                            .onNetwork(
                                                    NetworkEvent.Lifecycle.class, lan, heard::add))
                    .hasMessage(
                            "network 'lan' in virConnectNetworkEventRegisterAny must match"
                                    + " connection");
            assertThatThrownBy(
                            () ->
                                    connection
                                            .events()
                                            .onQemuMonitor(
                                                    QemuMonitorFilter.all(), web, heard::add))
                    .hasMessage(
                            "domain 'web' in virConnectDomainQemuMonitorEventRegister must match"
                                    + " connection");
        }
    }
}
