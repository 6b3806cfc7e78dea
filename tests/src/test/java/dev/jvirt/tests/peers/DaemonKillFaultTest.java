package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The daemon is killed at the worst moment, and started again: what it had promised is there, and
/// what it had begun is finished or undone.
class DaemonKillFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String QEMU = "qemu:///system";

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
        assertThat(GuestProcess.below(root)).as("guests that nobody owns").isEmpty();
    }

    private Output virsh(String... words) {
        return Peers.virsh(daemon.uri(QEMU), words);
    }

    private void define(String name) {
        virsh("define", Peers.file(root, name + ".xml", GuestXml.idle(name))).orFail();
    }

    private String domains() {
        return virsh("list", "--all", "--name").orFail().strip();
    }

    private String state(String name) {
        return virsh("domstate", name, "--reason").orFail().strip();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void whatWasDefinedIsThereAfterwards(int count) {
        Peers.needPython();
        String xml = GuestXml.idle("NAME").replaceFirst("<uuid>.*</uuid>", "");
        var defined = new CopyOnWriteArrayList<String>();
        var client =
                CompletableFuture.runAsync(
                        () ->
                                Peers.scriptLines(
                                        lines ->
                                                defined.addAll(
                                                        lines.subList(
                                                                defined.size(), lines.size())),
                                        "define_many.py",
                                        daemon.uri(QEMU),
                                        "web",
                                        xml));
        Await.until("some definitions", LIMIT, () -> defined.size() >= count);

        daemon.process().kill();
        client.join();
        daemon.restart();

        var found = domains().lines().toList();
        assertThat(found).containsAll(defined).hasSizeLessThanOrEqualTo(defined.size() + 1);
        assertThat(found)
                .allSatisfy(name -> assertThat(virsh("dumpxml", name).orFail()).contains(name));
        assertThat(root.resolve("etc/libvirt/qemu"))
                .isDirectoryNotContaining(
                        file -> Files.isRegularFile(file) && !file.toString().endsWith(".xml"));
    }

    /// How far a start has come.
    enum Progress {
        LOG_OPENED("var/log/libvirt/qemu/web.log"),
        PID_WRITTEN("run/libvirt/qemu/web.pid"),
        STATUS_WRITTEN("run/libvirt/qemu/web.xml");

        private final String file;

        Progress(String file) {
            this.file = file;
        }

        boolean isReached(Path root) {
            return Files.exists(root.resolve(file));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStartThatWasInterruptedIsFinishedOrUndone(Progress progress) {
        define("web");
        String uri = daemon.uri(QEMU);
        var start = CompletableFuture.supplyAsync(() -> Peers.virsh(uri, "start", "web"));
        Await.until("the start has come to " + progress, LIMIT, () -> progress.isReached(root));

        daemon.process().kill();
        start.join();
        daemon.restart();

        Await.until("the decision", LIMIT, () -> !state("web").equals("paused (starting up)"));
        if (state("web").startsWith("running")) {
            assertThat(GuestProcess.below(root)).hasSize(1);
            assertThat(virsh("suspend", "web").orFail()).contains("suspended");
            virsh("destroy", "web").orFail();
        }
        assertThat(GuestProcess.below(root)).isEmpty();
        virsh("start", "web").orFail();
        assertThat(state("web")).isEqualTo("running (booted)");
    }

    @Test
    void aRunningGuestIsAdopted() {
        define("web");
        virsh("start", "web").orFail();
        long pid = daemon.guest("web").pid();
        String id = virsh("domid", "web").orFail();
        String xml = virsh("dumpxml", "web").orFail();

        daemon.process().kill();
        daemon.restart();

        assertThat(state("web")).startsWith("running");
        assertThat(daemon.guest("web").pid()).isEqualTo(pid);
        assertThat(virsh("domid", "web").orFail()).isEqualTo(id);
        assertThat(virsh("dumpxml", "web").orFail()).isEqualTo(xml);
        virsh("suspend", "web").orFail();
        assertThat(state("web")).isEqualTo("paused (user)");
        virsh("resume", "web").orFail();
        virsh("destroy", "web").orFail();
        assertThat(state("web")).isEqualTo("shut off (destroyed)");
    }

    @Test
    void aPausedAndATransientGuestAreAdopted() {
        define("web");
        virsh("start", "web", "--paused").orFail();
        virsh("create", Peers.file(root, "guest.xml", GuestXml.idle("guest"))).orFail();

        daemon.process().kill();
        daemon.restart();

        assertThat(state("web")).startsWith("paused");
        assertThat(virsh("dominfo", "guest").orFail()).containsPattern("Persistent: +no\n");
        virsh("destroy", "guest").orFail();
        assertThat(domains()).isEqualTo("web");
    }

    @Test
    void aGuestThatDiedMeanwhileIsNoticed() {
        define("web");
        virsh("start", "web").orFail();
        virsh("create", Peers.file(root, "guest.xml", GuestXml.idle("guest"))).orFail();
        var guests = GuestProcess.below(root);

        daemon.process().kill();
        guests.forEach(GuestProcess::kill);
        daemon.restart();

        // Each QEMU is asked beside the start of the daemon; a dying one may still be connected to.
        Await.until("the end of the guest", LIMIT, () -> domains().equals("web"));
        Await.until("the end of web", LIMIT, () -> state("web").startsWith("shut off"));
        virsh("start", "web").orFail();
    }

    @Test
    void aDestroyThatWasInterruptedCanBeRepeated() {
        define("web");
        virsh("start", "web").orFail();
        var guest = daemon.guest("web");
        String uri = daemon.uri(QEMU);
        var destroy = CompletableFuture.supplyAsync(() -> Peers.virsh(uri, "destroy", "web"));
        Await.until("the end of QEMU", LIMIT, () -> !guest.isAlive() || destroy.isDone());

        daemon.process().kill();
        destroy.join();
        daemon.restart();

        Await.until("the end of the domain", LIMIT, () -> isShutOffAfterDestroying("web"));
        assertThat(GuestProcess.below(root)).isEmpty();
        virsh("start", "web").orFail();
    }

    /// The daemon may notice the end of QEMU before it is asked again.
    private boolean isShutOffAfterDestroying(String name) {
        return state(name).startsWith("shut off")
                || virsh("destroy", name).exit() == 0 && state(name).startsWith("shut off");
    }

    @Test
    void stoppingTheDaemonLeavesGuestsRunning() {
        define("web");
        virsh("start", "web").orFail();
        long pid = daemon.guest("web").pid();

        daemon.process().stop();
        assertThat(ProcessHandle.of(pid)).isPresent();
        daemon.restart();

        assertThat(state("web")).startsWith("running");
        assertThat(daemon.guest("web").pid()).isEqualTo(pid);
    }
}
