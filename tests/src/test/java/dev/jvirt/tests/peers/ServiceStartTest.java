package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.ServiceStart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Daemons that are started as services: with sockets that somebody else has made, and with
/// somebody who wants to know how they are.
@Timeout(120)
class ServiceStartTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int NETWORK_FAILED = 6;
    private static final String SYSTEM = "qemu:///system";

    @TempDir Path root;

    @BeforeEach
    void needParts() {
        Peers.needProgram("python3");
        Peers.needProgram("virsh");
        Peers.needProgram("virt-admin");
    }

    private static void awaitWord(Daemon daemon, String word) {
        Await.until(
                "the daemon says " + word,
                SOON,
                () -> daemon.process().printed().lines().anyMatch(word::equals));
    }

    @ParameterizedTest
    @EnumSource
    void tellsThatItIsReady(DaemonStart start) {
        start.need();
        var by = ServiceStart.by(root, "--notify", root.resolve("notify").toString());

        try (var daemon = start.launch(by, root, "")) {
            awaitWord(daemon, "notified READY=1");
            daemon.awaitSocket();
            Peers.virsh(daemon.uri(SYSTEM), "list").orFail();
        }
    }

    @Test
    void clientsCanConnectOnceItIsReadyAndItTellsItsEnd() {
        Peers.needProduct();
        var by = ServiceStart.by(root, "--notify", "@" + root.resolve("notify"));

        try (var daemon = JvirtLibvirtd.launch(by, "libvirtd", root)) {
            awaitWord(daemon, "notified READY=1");
            Peers.virsh(daemon.uri(SYSTEM), "list").orFail();
            daemon.process().stop();
            awaitWord(daemon, "notified STOPPING=1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesTheSocketsThatItIsGivenAndLeavesThem(DaemonStart start) {
        start.need();
        Path folder = start.sockets(root);
        var by =
                ServiceStart.by(
                        root,
                        "--names",
                        "libvirtd.socket:libvirtd-ro.socket:libvirtd-admin.socket",
                        "unix:" + folder.resolve("libvirt-sock"),
                        "unix:" + folder.resolve("odd"),
                        "unix:" + folder.resolve("libvirt-admin-sock"));

        try (var daemon = start.launch(by, root, "")) {
            // They listen before the daemon runs: whoever comes waits until it serves.
            daemon.awaitSocket();
            assertServes(daemon, folder.resolve("odd"));
            assertThat(folder.resolve("libvirt-sock-ro")).doesNotExist();
        }
        assertThat(folder.resolve("libvirt-sock")).exists();
        assertThat(folder.resolve("odd")).exists();
        assertThat(folder.resolve("libvirt-admin-sock")).exists();
    }

    private void assertServes(Daemon daemon, Path readOnly) {
        Peers.virsh(daemon.uri(SYSTEM), "list").orFail();
        Peers.ourVirsh(daemon.uri(SYSTEM), "list").orFail();
        Path xml = Path.of(Peers.file(root, "net.xml", "<network><name>n</name></network>"));
        Output refused =
                Peers.virsh("qemu+unix:///system?socket=" + readOnly, "net-define", xml.toString());
        assertThat(refused.err()).contains("read only access prevents virNetworkDefineXML");
        assertThat(Programs.run("virt-admin", "-c", daemon.adminUri(), "srv-list").orFail())
                .contains("libvirtd", "admin");
    }

    @Test
    void socketsWithoutNamesAreKnownByTheirPlaces() {
        Peers.needProduct();
        Path folder = DaemonStart.JVIRT.sockets(root);
        var by =
                ServiceStart.by(
                        root,
                        "unix:" + folder.resolve("libvirt-sock-ro"),
                        "unix:" + folder.resolve("libvirt-sock"),
                        "unix:" + folder.resolve("libvirt-admin-sock"));

        try (var daemon = DaemonStart.JVIRT.launch(by, root, "")) {
            daemon.awaitSocket();
            assertServes(daemon, folder.resolve("libvirt-sock-ro"));
        }
    }

    @Test
    void aServiceMayHaveManySockets() {
        Peers.needProduct();
        Path folder = DaemonStart.JVIRT.sockets(root);
        var names = "libvirtd.socket:libvirtd.socket";
        var by =
                ServiceStart.by(
                        root,
                        "--names",
                        names,
                        "unix:" + folder.resolve("a"),
                        "unix:" + folder.resolve("b"));

        try (var daemon = DaemonStart.JVIRT.launch(by, root, "")) {
            for (String name : List.of("a", "b")) {
                Await.until("a socket", SOON, () -> folder.resolve(name).toFile().exists());
                Peers.virsh("qemu+unix:///system?socket=" + folder.resolve(name), "list").orFail();
            }
            assertThat(folder.resolve("libvirt-sock")).doesNotExist();
            assertThat(daemon.process().isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPortThatItIsGivenIsServedToo(DaemonStart start) throws IOException {
        start.need();
        int port = freePort();
        var by =
                ServiceStart.by(
                        root,
                        "--names",
                        "libvirtd.socket:libvirtd-tcp.socket",
                        "unix:" + start.sockets(root).resolve("libvirt-sock"),
                        "tcp:" + port);

        try (var daemon = start.launch(by, root, "auth_tcp = \"none\"\n")) {
            daemon.awaitSocket();
            Peers.virsh("qemu+tcp://127.0.0.1:" + port + "/system", "list").orFail();
            assertThat(daemon.readOnlySocket()).doesNotExist();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @EnumSource
    void socketsThatBelongToNobodyAreRefused(DaemonStart start) {
        start.need();
        Path folder = start.sockets(root);
        var by =
                ServiceStart.by(
                        root,
                        "--names",
                        "libvirtd.socket:other.socket",
                        "unix:" + folder.resolve("a"),
                        "unix:" + folder.resolve("b"));

        try (var daemon = start.launch(by, root, "")) {
            assertThat(daemon.process().awaitEnd()).isEqualTo(NETWORK_FAILED);
            assertThat(folder.resolve("libvirt-sock")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void listeningOnTheNetworkIsUpToWhoMakesTheSockets(DaemonStart start) {
        start.need();
        var by =
                ServiceStart.by(
                        root,
                        "--names",
                        "libvirtd.socket",
                        "unix:" + start.sockets(root).resolve("a"));

        try (var daemon = start.launch(by, root, "listen_tls = 0\n", "--listen")) {
            assertThat(daemon.process().awaitEnd()).isEqualTo(NETWORK_FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMeantForAnotherProcessIsLeftAlone(DaemonStart start) {
        start.need();
        var by =
                ServiceStart.by(
                        root,
                        "--pid",
                        "1",
                        "--names",
                        "libvirtd.socket",
                        "unix:" + root.resolve("unused"));

        try (var daemon = start.launch(by, root, "")) {
            daemon.awaitSocket();
            Peers.virsh(daemon.uri(SYSTEM), "list").orFail();
            assertThat(daemon.readOnlySocket()).exists();
        }
        assertThat(root.resolve("libvirt-sock")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"libvirtd.socket:a.socket", "dgram"})
    void whatCannotBeServedIsNamed(String odd) {
        Peers.needProduct();
        DaemonStart.JVIRT.sockets(root);
        var by =
                odd.equals("dgram")
                        ? ServiceStart.by(root, "--names", "libvirtd.socket", "dgram:")
                        : ServiceStart.by(root, "--names", odd, "unix:" + root.resolve("a"));

        try (var daemon = DaemonStart.JVIRT.launch(by, root, "")) {
            assertThat(daemon.process().awaitEnd()).isEqualTo(NETWORK_FAILED);
            assertThat(daemon.process().printed())
                    .contains(
                            odd.equals("dgram")
                                    ? "Unable to listen on socket 3: it is no socket for connections"
                                    : "Expecting 1 FD names but got 2");
        }
    }

    @Test
    void theDaemonOfOneDriverIsFoundByModeDirect() {
        Peers.needProduct();
        Peers.needRoot();
        Peers.needProgram("unshare");
        try (var daemon = JvirtLibvirtd.launch(ServiceStart.plain(), "virtqemud", root)) {
            Await.until(
                    "virtqemud listens",
                    SOON,
                    () -> root.resolve("run/libvirt/virtqemud-admin-sock").toFile().exists());

            for (String virsh : List.of("virsh", Product.program("virsh"))) {
                for (String mode : List.of("direct", "auto")) {
                    Output listed = here(virsh, "-c", "qemu:///system?mode=" + mode, "list");
                    assertThat(listed.err()).as("%s, mode %s", virsh, mode).isEmpty();
                    assertThat(listed.exit()).isZero();
                }
            }
            assertThat(here("virsh", "-r", "-c", "qemu:///system?mode=direct", "uri").exit())
                    .isZero();
            assertThat(here("virt-admin", "-c", "virtqemud:///system", "srv-list").out())
                    .contains("virtqemud");
            assertThat(daemon.process().isAlive()).isTrue();
        }
    }

    /// Runs a program that finds the daemon's sockets where those of the system are.
    private Output here(String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--mount",
                                "--propagation",
                                "private",
                                "sh",
                                "-c",
                                "mkdir -p /run/libvirt; mount --bind \"$0\" /run/libvirt; exec \"$@\"",
                                root.resolve("run/libvirt").toString()));
        command.addAll(List.of(words));
        return Programs.run(command, "");
    }
}
