package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our daemon and our client record themselves, and no secret gets to the disk.
@Timeout(120)
class SelfRecordingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TEST = "test:///default";
    private static final String PASSWORD = "hunter2";
    private static final String GUEST =
            """
            <domain type='test'><name>vnc</name><memory>8192</memory><os><type>hvm</type></os>
            <devices><graphics type='vnc' autoport='yes' passwd='%s'/></devices></domain>
            """
                    .formatted(PASSWORD);

    @TempDir private Path folder;

    @BeforeAll
    static void needProduct() {
        Peers.needProduct();
    }

    private Path recordings() {
        return folder.resolve("recordings");
    }

    private List<Path> files() {
        try (var files = Files.list(recordings())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JvirtLibvirtd daemon(String words) {
        return JvirtLibvirtd.start(Peers.root(folder, "d"), "--record", recordings() + words);
    }

    private void assertSecretsAreHidden() throws IOException {
        assertThat(files()).isNotEmpty();
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(PASSWORD);
        }
        assertThat(RecordingTool.run("rpc-dump", "--full", files().getFirst().toString()).orFail())
                .contains("domain_define_xml")
                .contains("passwd='*******'");
    }

    @Test
    void theDaemonRecordsForeignClientsWithoutTheirSecrets() throws IOException {
        Peers.needProgram("virsh");
        String guest = Peers.file(folder, "guest.xml", GUEST);
        try (var daemon = daemon("")) {
            var output =
                    Peers.virsh(
                            daemon.uri(TEST),
                            "define %s; dumpxml vnc --security-info; undefine vnc"
                                    .formatted(guest));

            assertThat(output.out()).contains("passwd='" + PASSWORD + "'");
        }

        assertSecretsAreHidden();
    }

    @Test
    void theClientRecordsItselfWithoutItsSecrets() throws IOException {
        String guest = Peers.file(folder, "guest.xml", GUEST);
        try (var daemon = JvirtLibvirtd.start(Peers.root(folder, "d"))) {
            Programs.run(
                            "env",
                            "JVIRT_RPC_RECORD=" + recordings(),
                            Product.program("virsh"),
                            "-c",
                            daemon.uri(TEST),
                            "define %s; dumpxml vnc --security-info; undefine vnc".formatted(guest))
                    .orFail();
        }

        assertSecretsAreHidden();
    }

    @Test
    void aRingIsWrittenOnlyWhenAClientBreaksOffOrTheDaemonIsTold() {
        try (var daemon = daemon(",ring=64K")) {
            Peers.ourVirsh(daemon.uri(TEST), "list").orFail();
            assertThat(files()).isEmpty();

            try (var connection = Connection.open(daemon.uri(TEST))) {
                assertThat(connection.isAlive()).isTrue();
                Programs.run("kill", "-USR1", Long.toString(daemon.process().pid())).orFail();
                Await.until("a file", LIMIT, () -> !files().isEmpty());
            }

            assertThat(RecordingTool.run("rpc-dump", files().getFirst().toString()).orFail())
                    .contains("-> remote connect_open")
                    .doesNotContain("connect_close");
        }
    }
}
