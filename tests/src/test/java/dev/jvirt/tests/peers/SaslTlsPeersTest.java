package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Pki;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins by SASL inside TLS at our daemon: with a password, and with the certificate alone.
@Timeout(120)
class SaslTlsPeersTest {
    @TempDir Path folder;

    private int port;

    @SuppressWarnings("NullAway.Init")
    private Pki pki;

    @SuppressWarnings("NullAway.Init")
    private JvirtLibvirtd daemon;

    @BeforeEach
    void startDaemon() throws IOException {
        Peers.needProduct();
        assumeTrue(Pki.missing().isEmpty(), Pki.missing().orElse(""));
        pki = new Pki(folder);
        pki.server("server");
        pki.client("jane", "ca");
        pki.client("jim", "ca");
        Path root = Peers.root(folder, "j");
        Path etc = Files.createDirectories(root.resolve("etc/libvirt"));
        Path sasl = Files.createDirectories(root.resolve("etc/sasl2"));
        Peers.file(sasl, "libvirt.conf", "mech_list: scram-sha-256 plain external\n");
        Programs.run(
                        List.of(
                                Product.program("virt-sasl-passwd"),
                                "--file",
                                etc.resolve("sasl-users").toString(),
                                "--stdin",
                                "add",
                                "joe"),
                        "geheim\n")
                .orFail();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String more =
                """
                auth_tls = "sasl"
                sasl_allowed_username_list = ["joe", "*CN=jane*"]
                """;
        Peers.file(etc, "libvirtd.conf", pki.configuration("server", port) + more);
        daemon = JvirtLibvirtd.start(root, "--listen");
        Peers.awaitPort(port);
    }

    @AfterEach
    void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private String uri(String certificate, String password, String more) {
        String file =
                Peers.file(
                        folder,
                        "auth-" + password,
                        """
                        [credentials-x]
                        authname=joe
                        password=%s
                        [auth-libvirt-localhost]
                        credentials=x
                        """
                                .formatted(password));
        return "test+tls://localhost:%d/default?pkipath=%s&authfile=%s%s"
                .formatted(port, pki.clientFolder(certificate, "ca"), file, more);
    }

    @Test
    void aPasswordIsProvenByEitherMechanismOfEitherClient() {
        for (String mechanism : List.of("", "&auth=sasl.SCRAM-SHA-256", "&auth=sasl.PLAIN")) {
            String right = uri("jim", "geheim", mechanism);
            String wrong = uri("jim", "falsch", mechanism);

            assertThat(Peers.virsh(right, "list", "--name").orFail()).contains("test");
            assertThat(Peers.ourVirsh(right, "list", "--name").orFail()).contains("test");
            for (Output refused :
                    List.of(Peers.virsh(wrong, "list"), Peers.ourVirsh(wrong, "list"))) {
                assertThat(refused.exit()).isEqualTo(1);
                assertThat(refused.err()).contains("authentication failed: authentication failed");
            }
        }
    }

    @Test
    void aCertificateIsEnoughForWhomTheListNames() {
        String mechanism = "&auth=sasl.EXTERNAL";

        assertThat(Peers.ourVirsh(uri("jane", "none", mechanism), "list", "--name").orFail())
                .contains("test");
        Output refused = Peers.ourVirsh(uri("jim", "none", mechanism), "list");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("authentication failed: authentication failed");
    }
}
