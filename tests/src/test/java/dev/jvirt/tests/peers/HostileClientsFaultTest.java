package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Attack;
import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clients that mean harm: others are served meanwhile, and nothing is left of them.
@Timeout(180)
class HostileClientsFaultTest {
    private static final int LIBRARY_VERSION = 157;
    private static final int CALLS = 500;
    private static final int LIMIT = 5000;
    private static final double MEBIBYTE = 1024;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path root;

    @SuppressWarnings("NullAway.Init")
    private JvirtLibvirtd daemon;

    @BeforeEach
    void startDaemon() {
        Peers.needProduct();
        Peers.needProgram("virt-admin");
        daemon = JvirtLibvirtd.start(root);
    }

    @AfterEach
    void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private RawClient open() throws IOException {
        return RawClient.connect(daemon.socket()).open("test:///default");
    }

    private static void assertWorks(RawClient worker) throws IOException {
        for (int i = 0; i < CALLS; i++) {
            assertThat(worker.call(LIBRARY_VERSION).isError()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void othersAreServedAndNothingIsLeft(Attack attack) throws IOException {
        try (var worker = open()) {
            try (var _ = attack.start(daemon.socket())) {
                assertWorks(worker);
                try (var visitor = open()) {
                    assertWorks(visitor);
                }
                assertThat(daemon.process().residentKib()).isLessThan(400 * MEBIBYTE);
            }
            assertWorks(worker);
            Await.until("all others have gone", SOON, () -> clients() == 1);
        }
    }

    private long clients() {
        return Programs.run("virt-admin", "-c", daemon.adminUri(), "srv-clients-info", "libvirtd")
                .orFail()
                .lines()
                .filter(line -> line.startsWith("nclients "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .sum();
    }

    @Test
    void asManyAsTheLimitAllowsAreServedAndNoMore() throws IOException {
        var crowd = new ArrayList<RawClient>();
        try (var worker = open()) {
            while (crowd.size() < LIMIT - 1) {
                crowd.add(RawClient.connect(daemon.socket()));
            }
            // The last of them is in: they are taken in turn.
            assertWorks(crowd.getLast().open("test:///default"));

            try (var tooMany = RawClient.connect(daemon.socket())) {
                tooMany.send(RawClient.frame(RawClient.REMOTE, 1, 66, 0, 0, 0));
                assertWorks(worker);
                tooMany.channel().configureBlocking(false);
                assertThat(tooMany.channel().read(ByteBuffer.allocate(1))).isZero();
                assertThat(daemon.process().residentKib()).isLessThan(400 * MEBIBYTE);

                tooMany.channel().configureBlocking(true);
                crowd.removeFirst().close();
                assertThat(tooMany.receive().isError()).isFalse();
            }
        } finally {
            for (RawClient client : crowd) {
                client.close();
            }
        }
        Await.until("all have gone", SOON, () -> clients() == 0);
    }
}
