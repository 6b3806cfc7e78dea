package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A daemon with `--timeout` ends when nobody needs it, and not before.
@Timeout(120)
class IdleShutdownTest {
    private static final int LIBRARY_VERSION = 157;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONGER_THAN_THE_TIMEOUT = Duration.ofMillis(3500);

    @TempDir Path root;

    @BeforeEach
    void needParts() {
        Peers.needProgram("virsh");
        Peers.needProgram("virt-admin");
    }

    private static void assertEnds(Daemon daemon) {
        Await.until("the daemon ends", SOON, () -> !daemon.process().isAlive());
        assertThat(daemon.process().awaitEnd()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void endsWithoutClientsAndTakesItsSocketsAlong(DaemonStart start) {
        start.need();
        try (var daemon = start.start(root, "", "-t", "1")) {
            assertEnds(daemon);
            assertThat(daemon.socket()).doesNotExist();
            assertThat(daemon.adminSocket()).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysAsLongAsAClientIsThere(DaemonStart start) throws IOException {
        start.need();
        try (var daemon = start.start(root, "", "-t", "1")) {
            try (var client = RawClient.connect(daemon.socket()).open("test:///default")) {
                Await.until("time passes", SOON, over(LONGER_THAN_THE_TIMEOUT));
                assertThat(client.call(LIBRARY_VERSION).isError()).isFalse();
            }
            assertEnds(daemon);
        }
    }

    private static BooleanSupplier over(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() > end;
    }

    @ParameterizedTest
    @EnumSource
    void staysAsLongAsAGuestRuns(DaemonStart start) throws IOException {
        start.need();
        try (var daemon = start.start(root, "", "-t", "1")) {
            String xml = Peers.file(root, "g.xml", GuestXml.idle("idle"));
            Peers.virsh(daemon.uri("qemu:///system"), "create", xml, "--paused").orFail();
            Await.until("time passes", SOON, over(LONGER_THAN_THE_TIMEOUT));

            assertThat(daemon.process().isAlive()).isTrue();

            Peers.virsh(daemon.uri("qemu:///system"), "destroy", "idle").orFail();
            assertEnds(daemon);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shortVisitsCountAsWell(DaemonStart start) throws IOException {
        start.need();
        try (var daemon = start.start(root, "", "-t", "2")) {
            // Each visit is over long before anybody looks, and no two are two seconds apart.
            var over = over(LONGER_THAN_THE_TIMEOUT.multipliedBy(2));
            while (!over.getAsBoolean()) {
                RawClient.connect(daemon.socket()).close();
                Await.until("time passes", SOON, over(Duration.ofMillis(700)));
            }

            assertThat(daemon.process().isAlive()).isTrue();
            assertEnds(daemon);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTimeoutMayBeSetWhileItRuns(DaemonStart start) {
        start.need();
        try (var daemon = start.start(root, "")) {
            Programs.run("virt-admin", "-c", daemon.adminUri(), "daemon-timeout", "--timeout", "1")
                    .orFail();
            assertEnds(daemon);
        }
    }
}
