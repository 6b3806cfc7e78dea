package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.RawClient;
import dev.jvirt.tests.lab.ServiceStart;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The limits of `libvirtd.conf` hold as they do in C libvirt, and give way when they are raised.
@Timeout(120)
@SuppressWarnings("try") // a client that leaves early makes room
class LimitsPeerTest {
    private static final int AUTH_LIST = 66;
    private static final int LIBRARY_VERSION = 157;
    private static final int SUPPORTS_FEATURE = 60;
    private static final int KEEPALIVE_FEATURE = 10;
    private static final int KEEPALIVE = 0x6b656570;
    private static final int ADMIN = 0x06900690;
    private static final int CALLS = 100;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path root;

    @BeforeEach
    void needParts() {
        Peers.needProgram("virsh");
        Peers.needProgram("virt-admin");
    }

    private static RawClient open(Daemon daemon) throws IOException {
        return RawClient.connect(daemon.socket()).open("test:///default");
    }

    /// Sends a call and waits for nothing.
    private static RawClient sent(RawClient client, int procedure) throws IOException {
        client.send(RawClient.frame(RawClient.REMOTE, 1, procedure, 0, 0, 0));
        return client;
    }

    /// Whether nothing has come, though the daemon has answered others meanwhile.
    private static boolean isLeftWaiting(RawClient waiting, RawClient worker) throws IOException {
        for (int i = 0; i < CALLS; i++) {
            assertThat(worker.call(LIBRARY_VERSION).isError()).isFalse();
        }
        waiting.channel().configureBlocking(false);
        boolean nothing = waiting.channel().read(ByteBuffer.allocate(1)) == 0;
        waiting.channel().configureBlocking(true);
        return nothing;
    }

    private static void setLimit(Daemon daemon, String server, String option, int value) {
        Programs.run(
                        "virt-admin",
                        "-c",
                        daemon.adminUri(),
                        "srv-clients-set",
                        server,
                        option,
                        String.valueOf(value))
                .orFail();
    }

    @ParameterizedTest
    @EnumSource
    void maxClientsHoldsAndCanBeRaised(DaemonStart start) throws IOException {
        start.need();
        try (var daemon = start.start(root, "max_clients = 2\nmax_anonymous_clients = 2\n");
                var first = open(daemon);
                var second = open(daemon);
                var third = sent(RawClient.connect(daemon.socket()), AUTH_LIST)) {
            assertThat(isLeftWaiting(third, first)).isTrue();
            setLimit(daemon, "libvirtd", "--max-clients", 3);
            assertThat(third.receive().isError()).isFalse();

            try (var fourth = sent(RawClient.connect(daemon.socket()), AUTH_LIST)) {
                assertThat(isLeftWaiting(fourth, first)).isTrue();
                second.close();
                assertThat(fourth.receive().isError()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void maxAnonymousClientsHoldsAndCanBeRaised(DaemonStart start) throws IOException {
        start.need();
        // Root is let in without a question once it asks how to log in.
        String config = "auth_unix_rw = \"polkit\"\nmax_anonymous_clients = 2\n";
        try (var daemon = start.start(root, config);
                var worker = open(daemon);
                var silent = RawClient.connect(daemon.socket());
                var other = RawClient.connect(daemon.socket())) {
            try (var late = sent(RawClient.connect(daemon.socket()), AUTH_LIST)) {
                assertThat(isLeftWaiting(late, worker)).isTrue();
                setLimit(daemon, "libvirtd", "--max-unauth-clients", 3);
                assertThat(late.receive().isError()).isFalse();
            }
            assertThat(other.channel().isOpen()).isTrue();
            setLimit(daemon, "libvirtd", "--max-unauth-clients", 2);
            try (var later = sent(RawClient.connect(daemon.socket()), AUTH_LIST)) {
                assertThat(isLeftWaiting(later, worker)).isTrue();
                silent.close();
                assertThat(later.receive().isError()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void adminMaxClientsHolds(DaemonStart start) throws IOException {
        start.need();
        try (var daemon = start.start(root, "admin_max_clients = 1\n");
                var worker = open(daemon);
                var first = RawClient.connect(daemon.adminSocket())) {
            first.send(RawClient.frame(ADMIN, 1, 1, 0, 0, 0, 0));
            assertThat(first.receive().isError()).isFalse();
            try (var second = RawClient.connect(daemon.adminSocket())) {
                second.send(RawClient.frame(ADMIN, 1, 1, 0, 0, 0, 0));
                assertThat(isLeftWaiting(second, worker)).isTrue();
                first.close();
                assertThat(second.receive().isError()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void maxQueuedClientsIsTheLengthOfTheQueue(DaemonStart start) throws IOException {
        start.need();
        String config = "max_clients = 1\nmax_anonymous_clients = 1\nmax_queued_clients = 3\n";
        var queue = new ArrayList<SocketChannel>();
        try (var daemon = start.start(root, config);
                var only = open(daemon)) {
            while (joins(daemon.socket(), queue)) {
                assertThat(queue).hasSizeLessThan(CALLS);
            }

            // Linux lets in one more than was asked for.
            assertThat(queue).hasSize(4);
            assertThat(only.call(LIBRARY_VERSION).isError()).isFalse();
        } finally {
            for (SocketChannel channel : queue) {
                channel.close();
            }
        }
    }

    private static boolean joins(Path socket, List<SocketChannel> queue) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(socket));
            queue.add(channel);
            return true;
        } catch (SocketException full) {
            channel.close();
            assertThat(full).hasMessageContaining("Resource temporarily unavailable");
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSilentClientIsAskedSoOftenAndNoMore(DaemonStart start) throws IOException {
        start.need();
        String config = "keepalive_interval = 1\nkeepalive_count = 2\n";
        try (var daemon = start.start(root, config);
                var silent = open(daemon);
                var other = open(daemon)) {
            var reply = silent.call(SUPPORTS_FEATURE, KEEPALIVE_FEATURE);
            assertThat(reply.payload().getInt()).isEqualTo(1);

            assertThat(pings(silent)).isEqualTo(2);
            // It has not offered to answer, so it is not asked.
            assertThat(other.call(LIBRARY_VERSION).isError()).isFalse();
        }
    }

    /// How many come before the daemon closes the connection.
    private static int pings(RawClient client) throws IOException {
        int count = 0;
        try {
            while (true) {
                assertThat(client.receive().header().getFirst()).isEqualTo(KEEPALIVE);
                count++;
            }
        } catch (EOFException closed) {
            return count;
        }
    }

    @ParameterizedTest
    @EnumSource
    void socketsHaveTheGroupAndTheModesThatAreWanted(DaemonStart start) throws IOException {
        start.need();
        Peers.needRoot();
        Peers.needProgram("stat");
        for (String group : List.of("daemon", "65534", "+1")) {
            String config =
                    """
                    unix_sock_group = "%s"
                    unix_sock_ro_perms = "0751"
                    unix_sock_rw_perms = "0770"
                    unix_sock_admin_perms = "0710"
                    """
                            .formatted(group);
            Path folder = Files.createDirectory(root.resolve("g" + group));
            try (var daemon = start.start(folder, config)) {
                Await.until("all sockets", SOON, () -> Files.exists(daemon.adminSocket()));
                String number = group.equals("65534") ? "65534" : "1";
                assertThat(owner(daemon.socket())).isEqualTo("770 0 " + number);
                assertThat(owner(daemon.readOnlySocket())).isEqualTo("751 0 " + number);
                assertThat(owner(daemon.adminSocket())).isEqualTo("710 0 " + number);
            }
        }
    }

    private static String owner(Path socket) {
        return Programs.run("stat", "-c", "%a %u %g", socket.toString()).orFail().strip();
    }

    @ParameterizedTest
    @EnumSource
    void aGroupThatIsNotThereIsRefused(DaemonStart start) {
        start.need();
        try (var daemon =
                start.launch(ServiceStart.plain(), root, "unix_sock_group = \"nosuchgroup\"\n")) {
            assertThat(daemon.process().awaitEnd()).isNotZero();
            assertThat(daemon.socket()).doesNotExist();
        }
    }
}
