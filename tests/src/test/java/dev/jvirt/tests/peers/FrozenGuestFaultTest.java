package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A guest that does not answer costs the calls about it, and nobody else's.
class FrozenGuestFaultTest {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration BOUND = Duration.ofSeconds(55);
    private static final int STUCK_CALLERS = 40;

    @TempDir Path root;

    @SuppressWarnings("NullAway.Init")
    private JvirtLibvirtd daemon;

    @SuppressWarnings("NullAway.Init")
    private String uri;

    @BeforeEach
    void startDaemonWithAFrozenGuest() {
        Peers.needProduct();
        Peers.needProgram("virsh");
        Peers.needPython();
        daemon = JvirtLibvirtd.start(root);
        uri = daemon.uri("qemu:///system");
        for (String name : new String[] {"healthy", "frozen"}) {
            virsh("define", Peers.file(root, name + ".xml", GuestXml.idle(name))).orFail();
            virsh("start", name).orFail();
        }
        GuestProcess.stop(daemon.guest("frozen"));
    }

    @AfterEach
    void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private Output virsh(String... words) {
        return Peers.virsh(uri, words);
    }

    private CompletableFuture<String> call(String name, String method) {
        return CompletableFuture.supplyAsync(
                () -> Peers.script("call.py", uri, name, method).orFail().strip(),
                task -> Thread.ofVirtual().start(task));
    }

    private static Duration duration(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void callersStuckOnItDelayNobodyElseAndAreToldWhoHoldsTheJob() {
        var stuck =
                IntStream.range(0, STUCK_CALLERS).mapToObj(_ -> call("frozen", "suspend")).toList();

        assertThat(duration(() -> virsh("list", "--all").orFail())).isLessThan(SOON);
        assertThat(duration(() -> virsh("dumpxml", "healthy").orFail())).isLessThan(SOON);
        assertThat(duration(() -> virsh("suspend", "healthy").orFail())).isLessThan(SOON);
        assertThat(duration(() -> virsh("resume", "healthy").orFail())).isLessThan(SOON);
        assertThat(duration(() -> virsh("dumpxml", "frozen").orFail())).isLessThan(SOON);
        assertThat(duration(() -> virsh("domstate", "frozen").orFail())).isLessThan(SOON);

        long start = System.nanoTime();
        var answers = stuck.stream().map(CompletableFuture::join).toList();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        assertThat(answers).doesNotContain("works");
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("68 "))
                .hasSizeGreaterThan(STUCK_CALLERS / 2)
                .allMatch(answer -> answer.contains("(held by monitor=virDomainSuspend"));
    }

    @Test
    void itCanBeDestroyedWhileSomebodyIsStuckOnIt() {
        var stuck = call("frozen", "suspend");

        assertThat(duration(() -> virsh("destroy", "frozen").orFail()))
                .isLessThan(Duration.ofSeconds(30));

        assertThat(stuck.join()).isNotEqualTo("works");
        assertThat(virsh("domstate", "frozen", "--reason").orFail().strip())
                .isEqualTo("shut off (destroyed)");
        virsh("start", "frozen").orFail();
    }

    @Test
    void itGoesOnWhenItThaws() {
        var stuck = call("frozen", "suspend");
        virsh("list").orFail();

        GuestProcess.resume(daemon.guest("frozen"));

        assertThat(stuck.join()).isEqualTo("works");
        assertThat(virsh("domstate", "frozen").orFail().strip()).isEqualTo("paused");
        virsh("resume", "frozen").orFail();
    }
}
