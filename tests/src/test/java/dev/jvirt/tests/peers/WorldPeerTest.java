package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The default world answers hundreds of calls as the one of C libvirt's own test driver does.
class WorldPeerTest {
    private static final String TEST = "test:///default";

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static JvirtLibvirtd daemon;

    @BeforeAll
    static void startDaemon() {
        Peers.needPython();
        Peers.needProduct();
        daemon = JvirtLibvirtd.start(Peers.root(folder, "root"));
    }

    @AfterAll
    static void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "networks, 500",
        "domains, 4000",
        "snapshots, 7000",
        "storage, 900",
        "interfaces, 200",
        "nodedevs, 200"
    })
    void bothAnswerTheSame(String subject, int lines) {
        Output c = Peers.script("world.py", TEST, subject);
        Output jvirt = Peers.script("world.py", daemon.uri(TEST), subject);

        assertThat(c.out().lines()).as("the script works with C libvirt").hasSizeGreaterThan(lines);
        assertThat(jvirt.err()).isEmpty();
        assertThat(jvirt.out().lines()).containsExactlyElementsOf(c.out().lines().toList());
        assertThat(jvirt.exit()).isZero();
    }
}
