package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkLifecycleType;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretLifecycleType;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolLifecycleType;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Events between our daemon and foreign clients, and between our client and a foreign daemon.
@Timeout(120)
class EventPeersTest {
    private static final int QEMU = 0x20008087;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private TwoDaemons daemons;

    @BeforeEach
    void startDaemons() {
        daemons = TwoDaemons.start(folder);
    }

    @AfterEach
    void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    @Test
    void pythonHearsTheSameOfBothDaemons() {
        Peers.needPython();

        var c = Peers.script("events.py", daemons.c().uri("test:///default"));
        var jvirt = Peers.script("events.py", daemons.jvirt().uri("test:///default"));

        assertThat(c.err()).as("the script works with C libvirt").isEmpty();
        assertThat(jvirt.err()).isEmpty();
        assertThat(jvirt.out())
                .isEqualTo(c.out())
                .contains("registered 27 True")
                .endsWith("closed 1\n");
    }

    @Test
    void bothDaemonsRefuseInTheSameWords() throws IOException {
        List<String> jvirt = refusals(daemons.jvirt());

        // C's daemon takes secrets for devices here; we do not follow it there.
        jvirt.replaceAll(
                said -> said.replace("secret event callback", "node device event callback"));
        assertThat(jvirt).containsExactlyElementsOf(refusals(daemons.c()));
    }

    /// What is wrong with subscriptions, said once before a driver is open and once after.
    private static List<String> refusals(Daemon daemon) throws IOException {
        var said = new ArrayList<String>();
        try (var client = RawClient.connect(daemon.socket())) {
            client.call(66);
            mistakes(client, said);
            client.open("qemu:///system");
            mistakes(client, said);
        }
        try (var reader = RawClient.connect(daemon.readOnlySocket())) {
            reader.open("qemu:///system");
            mistakes(reader, said);
            said.add(answer(qemu(reader, 4, 0, 0, 0)));
        }
        return said;
    }

    private static void mistakes(RawClient client, List<String> said) throws IOException {
        int[][] calls = {
            {106},
            {167, 16},
            {167, -1},
            {168, 0},
            {168, 16},
            {316, 99, 0},
            {316, -1, 0},
            {317, 7},
            {313, 9, 0},
            {314, 7},
            {368, 9, 0},
            {369, 7},
            {374, 9, 0},
            {375, 7},
            {380, 9, 0},
            {381, 7},
            {361},
            {360},
            {360},
            {361},
            {361},
        };
        for (int[] call : calls) {
            int[] words = java.util.Arrays.copyOfRange(call, 1, call.length);
            said.add(call[0] + " " + answer(client.call(call[0], words)));
        }
        said.add("qemu " + answer(qemu(client, 5, 7)));
    }

    private static RawClient.Reply qemu(RawClient client, int procedure, int... words)
            throws IOException {
        client.send(RawClient.frame(QEMU, 1, procedure, 0, 0, 0, words));
        return client.receive();
    }

    private static String answer(RawClient.Reply reply) {
        return reply.isError() ? reply.error().toString() : "no error";
    }

    @Test
    void ourClientHearsWhatHappensInAForeignDaemon() throws InterruptedException {
        try (var connection = Connection.open(daemons.c().uri("test:///default"));
                var other = Connection.open(daemons.c().uri("test:///default"))) {
            for (DomainEventId kind : DomainEventId.values()) {
                if (kind != DomainEventId.NIC_MAC_CHANGE) { // unknown to libvirt 9
                    connection.onDomainEvent(kind, Optional.empty(), heard::add);
                }
            }
            Domain test = other.lookupDomainByName("test");

            test.suspend();
            assertThat(next())
                    .isEqualTo(
                            new DomainEvent.Lifecycle(
                                    test.identity(), LifecycleDetail.SUSPENDED_PAUSED));
            test.resume();
            assertThat(next()).isInstanceOf(DomainEvent.Lifecycle.class);
            test.destroy(Flags.none());
            assertThat(next()).isInstanceOf(DomainEvent.Lifecycle.class);
        }
    }

    @Test
    void ourClientHearsOfAllSortsOfObjects() throws InterruptedException {
        String uri = daemons.c().uri("test:///default");
        try (var connection = Connection.open(uri)) {
            var events = connection.events();
            var lan = Optional.of(connection.networks().lookupByName("default"));
            events.onNetwork(NetworkEvent.Lifecycle.class, lan, heard::add);
            events.onStoragePool(StoragePoolEvent.Lifecycle.class, Optional.empty(), heard::add);
            events.onStoragePool(StoragePoolEvent.Refresh.class, Optional.empty(), heard::add);
            events.onNodeDevice(NodeDeviceEvent.Lifecycle.class, Optional.empty(), heard::add);

            Peers.virsh(uri, "net-destroy", "default").orFail();
            assertThat(next())
                    .isEqualTo(
                            new NetworkEvent.Lifecycle(
                                    lan.get().identity(), NetworkLifecycleType.STOPPED, 0));
            Peers.virsh(uri, "pool-refresh", "default-pool").orFail();
            assertThat(next()).isInstanceOf(StoragePoolEvent.Refresh.class);
            Peers.virsh(uri, "pool-destroy", "default-pool").orFail();
            assertThat(next())
                    .isInstanceOfSatisfying(
                            StoragePoolEvent.Lifecycle.class,
                            event ->
                                    assertThat(event.type())
                                            .isEqualTo(StoragePoolLifecycleType.STOPPED));
        }
    }

    @Test
    void ourClientHearsOfSecretsAndMonitors() throws InterruptedException {
        String uri = daemons.c().uri("qemu:///system");
        String secret =
                Peers.file(
                        folder,
                        "secret.xml",
                        "<secret ephemeral='yes'>"
                                + "<uuid>00000000-0000-0000-0000-000000000042</uuid></secret>");
        try (var connection = Connection.open(uri)) {
            Subscription defined =
                    connection
                            .events()
                            .onSecret(SecretEvent.Lifecycle.class, Optional.empty(), heard::add);
            Subscription monitor =
                    connection
                            .events()
                            .onQemuMonitor(QemuMonitorFilter.all(), Optional.empty(), heard::add);

            Peers.virsh(uri, "secret-define", secret).orFail();

            assertThat(next())
                    .isInstanceOfSatisfying(
                            SecretEvent.Lifecycle.class,
                            event ->
                                    assertThat(event.type())
                                            .isEqualTo(SecretLifecycleType.DEFINED));
            monitor.close();
            defined.close();
        }
    }

    private Object next() throws InterruptedException {
        Object event = heard.poll(30, TimeUnit.SECONDS);
        assertThat(event).as("an event in time").isNotNull();
        return event;
    }
}
