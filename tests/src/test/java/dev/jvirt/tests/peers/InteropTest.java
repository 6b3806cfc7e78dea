package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Repository;
import dev.jvirt.tests.lab.Sshd;
import dev.jvirt.tests.lab.TcpRelay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every client gets to every daemon on every way; `docs/interop.md` has the table.
class InteropTest {
    /// In the order of the columns.
    private static final List<String> CLIENTS = List.of("C virsh", "jvirt virsh");

    @TempDir static Path folder;

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final List<Way> WAYS = new ArrayList<>();
    private static final List<Daemon> DAEMONS = new ArrayList<>();
    private static final Map<String, Output> OUTPUTS = new LinkedHashMap<>();

    /// One way to both daemons.
    ///
    /// @param uris by the name of the daemon
    private record Way(String transport, String login, Map<String, String> uris) {
        String name() {
            return transport + ", " + login;
        }
    }

    @BeforeAll
    static void goEveryWay() {
        Peers.needSshd();
        Peers.needProgram("nc");
        var daemons = keep(TwoDaemons.start(folder));
        DAEMONS.addAll(List.of(daemons.c(), daemons.jvirt()));
        String guest = Peers.file(folder, "guest.xml", GuestXml.idle("web"));
        var sshds = new LinkedHashMap<String, Sshd>();
        for (Daemon daemon : DAEMONS) {
            Peers.virsh(daemon.uri("qemu:///system"), "define", guest).orFail();
            sshds.put(
                    daemon.name(),
                    keep(Sshd.start(Peers.root(folder, "s-" + daemon.name()), daemon)));
        }
        plainWays();
        loginWays(keep(LoginDaemons.start(Peers.root(folder, "l"), "sasl")));
        var certified = keep(LoginDaemons.start(Peers.root(folder, "t"), "none"));
        way("tls", "none", daemon -> certified.tlsUri(daemon, ""));
        sshWays(sshds);
        for (Way way : WAYS) {
            for (Daemon daemon : DAEMONS) {
                String uri = Objects.requireNonNull(way.uris().get(daemon.name()));
                for (String client : CLIENTS) {
                    OUTPUTS.put(cell(way, daemon, client), list(client, uri));
                }
            }
        }
    }

    private static void plainWays() {
        way("unix", "none", daemon -> daemon.uri("qemu:///system"));
        way(
                "tcp",
                "none",
                daemon ->
                        "qemu+tcp://127.0.0.1:%d/system"
                                .formatted(keep(TcpRelay.to(daemon.socket())).port()));
        way("ext", "none", daemon -> "qemu+ext:///system?command=" + netcat(daemon));
    }

    private static void loginWays(LoginDaemons daemons) {
        for (String mechanism : List.of("SCRAM-SHA-256", "DIGEST-MD5")) {
            way("unix", mechanism, daemon -> daemons.unixUri(daemon, mechanism));
        }
        way("tcp", "DIGEST-MD5", daemon -> daemons.tcpUri(daemon, "DIGEST-MD5"));
        for (String mechanism : List.of("SCRAM-SHA-256", "PLAIN")) {
            way("tls", mechanism, daemon -> daemons.tlsUri(daemon, "&auth=sasl." + mechanism));
        }
    }

    private static void sshWays(Map<String, Sshd> sshds) {
        for (String proxy : List.of("auto", "native", "netcat")) {
            String more = "&proxy=" + proxy;
            way("ssh", "none, proxy=" + proxy, daemon -> server(sshds, daemon).programUri(more));
            for (String library : List.of("libssh2", "libssh")) {
                way(
                        library,
                        "none, proxy=" + proxy,
                        daemon -> server(sshds, daemon).libraryUri(library, more));
            }
        }
    }

    private static Sshd server(Map<String, Sshd> sshds, Daemon daemon) {
        return java.util.Objects.requireNonNull(sshds.get(daemon.name()));
    }

    private static String netcat(Daemon daemon) {
        String file =
                Peers.file(
                        folder,
                        "way-" + daemon.name(),
                        "#!/bin/sh\nexec nc -U %s\n".formatted(daemon.socket()));
        assertThat(Path.of(file).toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static void way(
            String transport, String login, java.util.function.Function<Daemon, String> uri) {
        var uris = new LinkedHashMap<String, String>();
        for (Daemon daemon : DAEMONS) {
            uris.put(daemon.name(), uri.apply(daemon));
        }
        WAYS.add(new Way(transport, login, uris));
    }

    private static <T extends AutoCloseable> T keep(T open) {
        OPEN.add(open);
        return open;
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable open : OPEN.reversed()) {
            open.close();
        }
    }

    private static String cell(Way way, Daemon daemon, String client) {
        return "%s: %s to %s".formatted(way.name(), client, daemon.name());
    }

    private static Output list(String client, String uri) {
        return client.startsWith("C")
                ? Peers.virsh(uri, "list", "--all", "--name")
                : Peers.ourVirsh(uri, "list", "--all", "--name");
    }

    @TestFactory
    Stream<DynamicTest> everyClientGetsIn() {
        return OUTPUTS.entrySet().stream()
                .map(
                        cell ->
                                DynamicTest.dynamicTest(
                                        cell.getKey(),
                                        () ->
                                                assertThat(cell.getValue().orFail().strip())
                                                        .isIn("web", "test")));
    }

    @Test
    void theDocumentationShowsTheTable() throws IOException {
        var text = new StringBuilder(Repository.read(Peers.resource("interop.md")));
        for (Way way : WAYS) {
            text.append("| %s | %s |".formatted(way.transport(), way.login()));
            for (String client : CLIENTS) {
                for (Daemon daemon : DAEMONS) {
                    var output = OUTPUTS.get(cell(way, daemon, client));
                    boolean fine = output != null && output.exit() == 0;
                    text.append(fine ? " yes |" : " no |");
                }
            }
            text.append('\n');
        }
        text.append(Repository.read(Peers.resource("interop-missing.md")));
        Path fresh = Repository.file("tests/target/interop.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, text);

        assertThat(Repository.file("docs/interop.md"))
                .as("to be replaced by %s", fresh)
                .content()
                .isEqualTo(text.toString());
    }
}
