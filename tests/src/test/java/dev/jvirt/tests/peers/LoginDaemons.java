package dev.jvirt.tests.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Pki;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Both daemons, each with a port for TCP and one for TLS. They ask for a login by SASL on the
/// socket and the first, and on the second if they are told to.
///
/// @param ports by the name of the daemon
/// @param tlsPorts by the name of the daemon
/// @param pki that made the certificates
/// @param authFile what clients read the user's name and password from
record LoginDaemons(
        CLibvirtd c,
        JvirtLibvirtd jvirt,
        Map<String, Integer> ports,
        Map<String, Integer> tlsPorts,
        Pki pki,
        Path authFile)
        implements AutoCloseable {
    private static final String USER = "joe";
    private static final String PASSWORD = "secret";
    private static final String MECHANISMS = "mech_list: scram-sha-256 digest-md5 plain\n";

    /// What is missing to run them here is a reason to skip the test.
    ///
    /// @param tlsAuth what is asked for on the port for TLS: `sasl` or `none`
    static LoginDaemons start(Path folder, String tlsAuth) {
        Peers.needProgram("saslpasswd2");
        assumeTrue(Pki.missing().isEmpty(), Pki.missing().orElse(""));
        try {
            var pki = new Pki(folder);
            pki.server("server");
            pki.client("client", "ca");
            int portOfC = freePort();
            int portOfOurs = freePort();
            int tlsPortOfC = freePort();
            int tlsPortOfOurs = freePort();
            Path auth =
                    Files.writeString(
                            folder.resolve("auth.conf"),
                            """
                            [credentials-joe]
                            authname=%s
                            username=%s
                            password=%s

                            [auth-libvirt-default]
                            credentials=joe
                            """
                                    .formatted(USER, USER, PASSWORD));
            var c =
                    startC(
                            Files.createDirectories(folder.resolve("c")),
                            configuration(pki, portOfC, tlsPortOfC, tlsAuth));
            try {
                var ours =
                        startOurs(
                                Files.createDirectories(folder.resolve("j")),
                                configuration(pki, portOfOurs, tlsPortOfOurs, tlsAuth));
                var ports = Map.of(c.name(), portOfC, ours.name(), portOfOurs);
                var tlsPorts = Map.of(c.name(), tlsPortOfC, ours.name(), tlsPortOfOurs);
                List.of(portOfC, portOfOurs, tlsPortOfC, tlsPortOfOurs).forEach(Peers::awaitPort);
                return new LoginDaemons(c, ours, ports, tlsPorts, pki, auth);
            } catch (IOException | RuntimeException e) {
                c.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(Pki pki, int port, int tlsPort, String tlsAuth) {
        return """
        auth_unix_rw = "sasl"
        listen_tcp = 1
        listen_addr = "127.0.0.1"
        tcp_port = "%d"
        auth_tcp = "sasl"
        auth_tls = "%s"
        """
                        .formatted(port, tlsAuth)
                + pki.tls("server", tlsPort);
    }

    private static CLibvirtd startC(Path root, String configuration) throws IOException {
        Path users = root.resolve("sasldb2");
        Path config = Files.createDirectories(root.resolve("sasl2"));
        Files.writeString(
                config.resolve("libvirt.conf"), MECHANISMS + "sasldb_path: " + users + "\n");
        Programs.run(List.of("saslpasswd2", "-p", "-c", "-f", users.toString(), USER), PASSWORD)
                .orFail();
        return CLibvirtd.startWith(
                new CLibvirtd.Settings(
                        configuration, List.of("SASL_CONF_PATH=" + config), List.of("--listen")),
                root);
    }

    private static JvirtLibvirtd startOurs(Path root, String configuration) throws IOException {
        Path etc = Files.createDirectories(root.resolve("etc/libvirt"));
        Path sasl = Files.createDirectories(root.resolve("etc/sasl2"));
        Files.writeString(sasl.resolve("libvirt.conf"), MECHANISMS);
        Files.writeString(etc.resolve("libvirtd.conf"), configuration);
        Programs.run(
                        List.of(
                                Product.program("virt-sasl-passwd"),
                                "--file",
                                etc.resolve("sasl-users").toString(),
                                "--stdin",
                                "--digest-md5",
                                "add",
                                USER),
                        PASSWORD + "\n")
                .orFail();
        return JvirtLibvirtd.start(root, "--listen");
    }

    /// The URI that reaches a daemon's own socket with a login.
    String unixUri(Daemon daemon, String mechanism) {
        return "test+unix:///default?socket=%s&auth=sasl.%s&authfile=%s"
                .formatted(named(daemon).socket(), mechanism, authFile);
    }

    /// The URI that reaches a daemon's port with a login.
    String tcpUri(Daemon daemon, String mechanism) {
        return "test+tcp://127.0.0.1:%d/default?auth=sasl.%s&authfile=%s"
                .formatted(ports.get(daemon.name()), mechanism, authFile);
    }

    /// The URI that reaches a daemon's port for TLS.
    ///
    /// @param more parameters of the login
    String tlsUri(Daemon daemon, String more) {
        return "test+tls://localhost:%d/default?pkipath=%s&authfile=%s%s"
                .formatted(
                        tlsPorts.get(daemon.name()),
                        pki.clientFolder("client", "ca"),
                        authFile,
                        more);
    }

    private Daemon named(Daemon other) {
        return other.name().equals(c.name()) ? c : jvirt;
    }

    @Override
    public void close() {
        try (c;
                jvirt) {
            // both end, whatever happens to one of them
        }
    }
}
