package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a starting daemon may find.
class StartFaultTest {
    @TempDir Path root;

    private final List<JvirtLibvirtd> daemons = new ArrayList<>();

    @BeforeEach
    void needProduct() {
        Peers.needProduct();
        Peers.needProgram("virsh");
    }

    @AfterEach
    void stopDaemons() {
        daemons.forEach(JvirtLibvirtd::close);
    }

    private JvirtLibvirtd started() {
        var daemon = JvirtLibvirtd.start(root);
        daemons.add(daemon);
        return daemon;
    }

    @Test
    void aSecondDaemonIsToldWhoTheFirstIs() {
        var first = started();

        var second = JvirtLibvirtd.launch(root);
        daemons.add(second);

        assertThat(second.process().awaitEnd()).isNotZero();
        assertThat(second.process().printed()).contains(String.valueOf(first.process().pid()));
        Peers.virsh(first.uri("qemu:///system"), "list").orFail();
    }

    @Test
    void socketsOfADeadDaemonAreReplaced() {
        var daemon = started();
        daemon.process().kill();
        assertThat(daemon.socket()).exists();

        daemon.restart();

        Peers.virsh(daemon.uri("qemu:///system"), "list").orFail();
        Peers.virsh(daemon.readOnlyUri("qemu:///system"), "list").orFail();
    }

    @Test
    void socketsAreGoneAfterAnOrderlyEnd() {
        var daemon = started();

        daemon.process().stop();

        assertThat(daemon.socket()).doesNotExist();
        assertThat(daemon.readOnlySocket()).doesNotExist();
    }

    @Test
    void anOrderlyEndDoesNotWaitForIdleClients() throws IOException {
        var daemon = started();
        try (var client = RawClient.connect(daemon.socket()).open("qemu:///system")) {
            daemon.process().stop();

            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(daemon.process().isAlive()).isFalse();
        }
    }

    @Test
    void aFileWhereAFolderShouldBeIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("run"), "not a folder");

        var daemon = JvirtLibvirtd.launch(root);
        daemons.add(daemon);

        assertThat(daemon.process().awaitEnd()).isNotZero();
        assertThat(daemon.process().printed()).contains(file.toString());
    }
}
