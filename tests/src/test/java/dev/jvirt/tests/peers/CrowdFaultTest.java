package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.RawClient;
import dev.jvirt.tests.lab.Repository;
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

/// Many clients, and greedy ones: each pays for itself.
@Timeout(120)
class CrowdFaultTest {
    private static final int CROWD = 2000;
    private static final int CALLS = 200;
    private static final int CAPABILITIES = 7;
    private static final int LIBRARY_VERSION = 157;
    private static final int MANY_CALLS = 400_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir Path root;

    @SuppressWarnings("NullAway.Init")
    private JvirtLibvirtd daemon;

    @BeforeEach
    void startDaemon() {
        Peers.needProduct();
        Peers.needProgram("virsh");
        daemon = JvirtLibvirtd.start(root);
    }

    @AfterEach
    void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private RawClient client() throws IOException {
        return RawClient.connect(daemon.socket());
    }

    /// Works for a while; each call has to be answered soon.
    private void assertWorks() throws IOException {
        long start = System.nanoTime();
        try (var worker = client().open("test:///default")) {
            for (int i = 0; i < CALLS; i++) {
                assertThat(worker.call(LIBRARY_VERSION).isError()).isFalse();
            }
        }
        Peers.virsh(daemon.uri("qemu:///system"), "list", "--all").orFail();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private long residentMib() {
        String status =
                Repository.read(Path.of("/proc", String.valueOf(daemon.process().pid()), "status"));
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Test
    void idleClientsDelayNobody() throws IOException {
        var idle = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < CROWD; i++) {
                idle.add(i % 2 == 0 ? client() : client().open("test:///default"));
            }

            assertWorks();
        } finally {
            for (RawClient client : idle) {
                client.close();
            }
        }
        assertWorks();
    }

    @Test
    void aClientThatNeverReadsIsNotReadEither() throws IOException {
        try (var greedy = client().open("qemu:///system")) {
            greedy.channel().configureBlocking(false);

            int sent = sendUntilNobodyReads(greedy);

            assertThat(sent)
                    .as("calls taken from a client that reads no reply")
                    .isLessThan(MANY_CALLS);
            assertWorks();
            assertThat(residentMib()).isLessThan(400);
        }
        assertWorks();
    }

    /// @return how many calls the daemon has taken
    private static int sendUntilNobodyReads(RawClient client) throws IOException {
        var call = RawClient.frame(RawClient.REMOTE, 1, CAPABILITIES, 0, 1, 0);
        for (int sent = 0; sent < MANY_CALLS; sent++) {
            call.rewind();
            long end = System.nanoTime() + SOON.toNanos();
            while (call.hasRemaining()) {
                if (client.channel().write(call) == 0 && System.nanoTime() > end) {
                    return sent;
                }
                Thread.onSpinWait();
            }
        }
        return MANY_CALLS;
    }

    @Test
    void aClientThatSendsHalfAFrameBlocksNobody() throws IOException {
        var half = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < 100; i++) {
                var client = client();
                half.add(client);
                client.send(ByteBuffer.allocate(64).putInt(1 << 24).clear());
            }

            assertWorks();
            assertThat(residentMib())
                    .as("memory is not taken before bytes are there")
                    .isLessThan(300);
        } finally {
            for (RawClient client : half) {
                client.close();
            }
        }
    }
}
