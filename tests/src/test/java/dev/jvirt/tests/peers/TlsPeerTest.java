package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Pki;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients and daemons, C's and ours, over TLS: who gets in, and what is said to who does not.
@Timeout(240)
class TlsPeerTest {
    private static final String NO_WELCOME = "Unable to read TLS confirmation: Input/output error";

    @TempDir Path folder;

    private final List<Daemon> daemons = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Pki pki;

    @BeforeEach
    void makeCertificates() {
        Peers.needProduct();
        assumeTrue(Pki.missing().isEmpty(), Pki.missing().orElse(""));
        pki = new Pki(folder);
        pki.server("server");
        pki.client("client", "ca");
    }

    @AfterEach
    void stopDaemons() {
        daemons.forEach(Daemon::close);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int startOurs(String more) {
        return startOurs("server", more);
    }

    private int startOurs(String server, String more) {
        int port = freePort();
        String config =
                pki.configuration(server, port)
                        + "log_outputs = \"3:file:%s\"\n".formatted(log())
                        + more;
        String file = Peers.file(folder, "libvirtd-%d.conf".formatted(port), config);
        Path root = Peers.root(folder, "j" + daemons.size());
        return started(JvirtLibvirtd.start(root, "--listen", "-f", file), port);
    }

    private Path log() {
        return folder.resolve("libvirtd.log");
    }

    private int startC(String server, String more) {
        Peers.needCLibvirtd();
        int port = freePort();
        var settings =
                new CLibvirtd.Settings(
                        pki.configuration(server, port) + more, List.of(), List.of("--listen"));
        return started(
                CLibvirtd.startWith(settings, Peers.root(folder, "c" + daemons.size())), port);
    }

    /// The first socket is there before the others; who is answered finds all of them.
    private int started(Daemon daemon, int port) {
        daemons.add(daemon);
        Peers.virsh(daemon.uri("qemu:///system"), "uri").orFail();
        return port;
    }

    private static String uri(int port, Path certificates, String more) {
        return "qemu+tls://localhost:%d/system?pkipath=%s%s".formatted(port, certificates, more);
    }

    private interface Client {
        Output run(String uri, String... words);
    }

    private static List<Client> bothClients() {
        return List.of(Peers::virsh, Peers::ourVirsh);
    }

    @Test
    void everybodyTalksWithEverybodyInBothVersions() {
        Path certificates = pki.clientFolder("client", "ca");
        for (int port : List.of(startOurs(""), startC("server", ""))) {
            for (Client client : bothClients()) {
                for (String version : List.of("1.2", "1.3")) {
                    String only = "&tls_priority=NORMAL:-VERS-ALL:%2bVERS-TLS" + version;
                    String uri = uri(port, certificates, only);
                    assertThat(client.run(uri, "capabilities").orFail())
                            .as(uri)
                            .contains("<capabilities>");
                }
            }
        }
    }

    @Test
    void whatIsWrongWithTheOwnCertificatesIsSaidAsLibvirtSaysIt() throws IOException {
        pki.expired("old", false);
        pki.future("early", false);
        pki.authority("strange");
        pki.client("stranger", "strange");
        Path missing = Files.createDirectories(folder.resolve("nothing"));
        Path mixed = pki.clientFolder("client", "ca");
        Path other = pki.clientFolder("stranger", "strange");
        Files.copy(other.resolve("clientkey.pem"), missing.resolve("clientkey.pem"));
        Files.writeString(
                mixed.resolve("clientkey.pem"), Files.readString(other.resolve("clientkey.pem")));
        for (Path certificates :
                List.of(
                        missing,
                        mixed,
                        pki.clientFolder("old", "ca"),
                        pki.clientFolder("early", "ca"),
                        pki.clientFolder("stranger", "ca"))) {
            Output c = Peers.virsh(uri(1, certificates, ""), "uri");
            Output ours = Peers.ourVirsh(uri(1, certificates, ""), "uri");
            assertThat(ours.err()).isEqualTo(c.err()).contains(certificates.toString());
            assertThat(ours.exit()).isEqualTo(c.exit()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsNotWhoItShouldBeIsRefusedWithTheReason() {
        pki.otherServer("elsewhere");
        pki.expired("old", true);
        String insane = "tls_no_sanity_certificate = 1\n";
        Path certificates = pki.clientFolder("client", "ca");
        for (String server : List.of("elsewhere", "old")) {
            String reason =
                    server.equals("old")
                            ? "Certificate failed validation: The certificate is not trusted."
                            : "Certificate [session] owner does not match the hostname localhost";
            for (int port : List.of(startOurs(server, insane), startC(server, insane))) {
                for (Client client : bothClients()) {
                    Output refused = client.run(uri(port, certificates, ""), "uri");
                    assertThat(refused.exit()).isEqualTo(1);
                    assertThat(refused.err())
                            .contains("authentication failed: Failed to verify peer's certificate")
                            .contains(reason);
                    client.run(uri(port, certificates, "&no_verify=1"), "uri").orFail();
                }
            }
        }
    }

    @Test
    void aRevokedServerIsRefused() throws IOException {
        Path certificates = pki.clientFolder("client", "ca");
        Files.copy(pki.revoke("server"), certificates.resolve("cacrl.pem"));
        int port = startOurs("");

        for (Client client : bothClients()) {
            assertThat(client.run(uri(port, certificates, ""), "uri").err())
                    .contains("The certificate has been revoked.");
        }
    }

    @Test
    void clientsThatAreNotWelcomeGetNoWordAndTheLogSaysWhy() throws IOException {
        pki.expired("old", false);
        pki.authority("strange");
        pki.client("stranger", "strange");
        pki.client("former", "ca");
        Path list = pki.revoke("former");
        Path none = pki.clientFolder("client", "ca").resolveSibling("none");
        Files.createDirectories(none);
        Files.copy(pki.certificate("ca"), none.resolve("cacert.pem"));
        int port =
                startOurs(
                        """
                        crl_file = "%s"
                        tls_allowed_dn_list = ["C=GB,O=A*,CN=f*", "CN=l*"]
                        """
                                .formatted(list));

        refused(port, none, "No certificate was found.");
        refused(port, pki.clientFolder("old", "ca"), "The certificate is not trusted.");
        refused(port, strangerTrusting("ca"), "The certificate hasn't got a known issuer.");
        refused(port, pki.clientFolder("former", "ca"), "The certificate has been revoked.");
        refused(
                port,
                pki.clientFolder("client", "ca"),
                "Client's Distinguished Name is not on the list of allowed clients");
    }

    private Path strangerTrusting(String authority) {
        return pki.clientFolder("stranger", authority);
    }

    private void refused(int port, Path certificates, String reason) throws IOException {
        for (Client client : bothClients()) {
            Files.writeString(log(), "");
            Output refused = client.run(uri(port, certificates, "&no_sanity=1"), "uri");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains(NO_WELCOME);
            assertThat(Files.readString(log())).contains(reason);
        }
    }

    @Test
    void whoIsOnTheListGetsInAndAdministratorsSeeTheName() {
        int port = startOurs("tls_allowed_dn_list = [\"C=GB,O=Acme,CN=*\"]\n");
        String name = Peers.virsh(uri(port, pki.clientFolder("client", "ca"), ""), "uri").orFail();
        Output found = Programs.run("virt-pki-query-dn", pki.certificate("client").toString());

        assertThat(name).contains("qemu+tls");
        assertThat(Product.program("virt-pki-query-dn"))
                .satisfies(
                        program ->
                                assertThat(
                                                Programs.run(
                                                                program,
                                                                pki.certificate("client")
                                                                        .toString())
                                                        .out())
                                        .isEqualTo(found.out())
                                        .isEqualTo("C=GB,O=Acme,CN=client\n"));
    }

    @Test
    void certificatesAreReplacedWhileClientsAreConnected() throws IOException {
        int port = startOurs("");
        Path certificates = pki.clientFolder("client", "ca");
        String admin =
                "libvirtd:///system?socket="
                        + daemons.getFirst().socket().resolveSibling("libvirt-admin-sock");
        String good = Files.readString(pki.certificate("server"));

        Files.writeString(pki.certificate("server"), "junk");
        Output broken = Programs.run("virt-admin", "-c", admin, "server-update-tls", "libvirtd");
        assertThat(broken.err()).contains("Unable to import server certificate");
        Peers.virsh(uri(port, certificates, ""), "uri").orFail();

        Files.writeString(pki.certificate("server"), good);
        Programs.run("virt-admin", "-c", admin, "server-update-tls", "libvirtd").orFail();
        Peers.ourVirsh(uri(port, certificates, ""), "uri").orFail();
    }

    /// Whoever only opens connections, or begins handshakes, keeps nobody else out.
    @Test
    void handshakesThatDoNotGoOnHoldNobodyUp() throws IOException {
        int port = startOurs("");
        var idle = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 40; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream().write(new byte[] {22, 3, 1});
                idle.add(socket);
            }

            String unix = daemons.getFirst().uri("qemu:///system");
            Peers.virsh(unix, "uri").orFail();
            Peers.virsh(uri(port, pki.clientFolder("client", "ca"), ""), "uri").orFail();
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }
}
