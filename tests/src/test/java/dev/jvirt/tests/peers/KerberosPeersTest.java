package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Kdc;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins with a Kerberos ticket: C's virsh and ours at C's daemon and ours, and everything that
/// follows goes through the layer that comes of it.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerberosPeersTest {
    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Kdc kdc;

    @SuppressWarnings("NullAway.Init")
    private Map<Integer, Daemon> daemons;

    @BeforeAll
    void startDaemons() throws IOException {
        Peers.needProduct();
        Peers.needCLibvirtd();
        for (String program : List.of("krb5kdc", "kdb5_util", "kadmin.local", "kinit")) {
            Peers.needProgram(program);
        }
        kdc = Kdc.start(Files.createDirectories(folder.resolve("kdc")));
        kdc.addUser("joe", "geheim");
        kdc.addUser("jim", "geheim");
        Path keytab = kdc.addService("libvirt/localhost");
        String sasl = "mech_list: gssapi\nkeytab: %s\n".formatted(keytab);
        int first = freePort();
        int second = freePort();
        daemons = Map.of(first, startC(sasl, first), second, startOurs(sasl, second));
        daemons.keySet().forEach(Peers::awaitPort);
    }

    @AfterAll
    void stopDaemons() {
        if (daemons != null) {
            daemons.values().forEach(Daemon::close);
        }
        if (kdc != null) {
            kdc.close();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(int port) {
        return """
        listen_tls = 0
        listen_tcp = 1
        listen_addr = "127.0.0.1"
        tcp_port = "%d"
        auth_tcp = "sasl"
        tcp_min_ssf = 112
        sasl_allowed_username_list = ["joe"]
        """
                .formatted(port);
    }

    private Daemon startC(String sasl, int port) throws IOException {
        Path root = Files.createDirectories(folder.resolve("c"));
        Path config = Files.createDirectories(root.resolve("sasl2"));
        Files.writeString(config.resolve("libvirt.conf"), sasl);
        var settings =
                new CLibvirtd.Settings(
                        configuration(port),
                        List.of("SASL_CONF_PATH=" + config, "KRB5_CONFIG=" + kdc.config()),
                        List.of("--listen"));
        return CLibvirtd.startWith(settings, root);
    }

    private Daemon startOurs(String sasl, int port) throws IOException {
        Path root = Files.createDirectories(folder.resolve("j"));
        Path config = Files.createDirectories(root.resolve("etc/sasl2"));
        Files.writeString(config.resolve("libvirt.conf"), sasl);
        Path etc = Files.createDirectories(root.resolve("etc/libvirt"));
        Files.writeString(etc.resolve("libvirtd.conf"), configuration(port));
        return JvirtLibvirtd.startIn(root, "KRB5_CONFIG=" + kdc.config(), "--listen");
    }

    private Output virsh(String program, int port, Path ticket, String... words) {
        var command =
                List.of(
                        List.of("env", "KRB5_CONFIG=" + kdc.config()),
                        List.of("KRB5CCNAME=FILE:" + ticket),
                        List.of(program, "-c", "test+tcp://localhost:%d/default".formatted(port)),
                        List.of(words));
        return Programs.run(command.stream().flatMap(List::stream).toList(), "");
    }

    @Test
    void aTicketOpensTheConnection() {
        Path ticket = kdc.ticket("joe", "geheim");
        for (int port : daemons.keySet()) {
            for (String program : List.of("virsh", Product.program("virsh"))) {
                assertThat(virsh(program, port, ticket, "list", "--name").orFail().strip())
                        .isEqualTo("test");
                assertThat(virsh(program, port, ticket, "dumpxml", "test").orFail())
                        .contains("<name>test</name>");
            }
        }
    }

    @Test
    void aTicketOfSomebodyElseDoesNot() {
        Path ticket = kdc.ticket("jim", "geheim");
        for (int port : daemons.keySet()) {
            for (String program : List.of("virsh", Product.program("virsh"))) {
                Output output = virsh(program, port, ticket, "list");

                assertThat(output.exit()).isEqualTo(1);
                assertThat(output.err()).contains("authentication failed: authentication failed");
            }
        }
    }

    @Test
    void withoutATicketTheClientGivesUp() {
        Path none = folder.resolve("none");
        for (int port : daemons.keySet()) {
            for (String program : List.of("virsh", Product.program("virsh"))) {
                Output output = virsh(program, port, none, "list");

                assertThat(output.exit()).isEqualTo(1);
                assertThat(output.err())
                        .contains("authentication failed: Failed to start SASL negotiation: -1 (");
            }
        }
    }
}
