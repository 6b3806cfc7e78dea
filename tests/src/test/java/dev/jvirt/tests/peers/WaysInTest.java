package dev.jvirt.tests.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.TcpRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients, C's and ours, reach daemons, C's and ours, in other ways than the unix socket.
@Timeout(120)
class WaysInTest {
    /// Netcat, as far as it is asked for: between standard input and output and a unix socket.
    private static final String NETCAT =
            """
            #!/usr/bin/python3
            import os, socket, sys, threading
            if sys.argv[1:] == ['-q']:
                sys.exit('option requires an argument')
            far = socket.socket(socket.AF_UNIX)
            far.connect(sys.argv[-1])
            def forward():
                while data := os.read(0, 65536):
                    far.sendall(data)
                far.shutdown(socket.SHUT_WR)
            threading.Thread(target=forward, daemon=True).start()
            while data := far.recv(65536):
                os.write(1, data)
            """;

    /// The user's ssh, whose far side is this host.
    private static final String SSH =
            """
            #!/bin/sh
            while [ "$1" != -- ]; do shift; done
            [ "$2" = far ] || { echo "ssh: no route to $2" >&2; exit 255; }
            exec sh -c "$3"
            """;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private TwoDaemons daemons;

    @BeforeEach
    void startDaemons() {
        Peers.needProduct();
        Peers.needCLibvirtd();
        Peers.needPython();
        daemons = TwoDaemons.start(folder);
        for (Daemon daemon : both()) {
            Peers.virsh(daemon.uri("qemu:///system"), "define", guest()).orFail();
        }
    }

    @AfterEach
    void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    private List<Daemon> both() {
        return List.of(daemons.c(), daemons.jvirt());
    }

    private String guest() {
        return Peers.file(folder, "guest.xml", GuestXml.idle("web"));
    }

    private Path program(String name, String text) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, text);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Both virshs at both daemons: the same answers, a big one among them.
    private void everybodyGetsIn(Function<Daemon, String> uri) {
        for (Daemon daemon : both()) {
            String far = uri.apply(daemon);
            for (Client client : List.<Client>of(Peers::virsh, Peers::ourVirsh)) {
                assertThat(client.run(far, "list", "--all", "--name").orFail().strip())
                        .as("%s at %s", far, daemon.name())
                        .isEqualTo("web");
                assertThat(client.run(far, "capabilities").orFail())
                        .isEqualTo(Peers.virsh(daemon.uri("qemu:///system"), "capabilities").out());
            }
        }
    }

    private interface Client {
        Output run(String uri, String... words);
    }

    @Test
    void throughAProgramOfTheUser() {
        everybodyGetsIn(
                daemon -> {
                    Path way = way(daemon);
                    return "qemu+ext:///system?command=" + way;
                });
    }

    /// A program without arguments that leads to one daemon.
    private Path way(Daemon daemon) {
        String netcat = program("nc", NETCAT).toString();
        return program(
                "way-" + daemon.name(),
                "#!/bin/sh\nexec %s %s\n".formatted(netcat, daemon.socket()));
    }

    @Test
    void throughSshAndNetcat() {
        String ssh = program("ssh", SSH).toString();
        String netcat = program("nc", NETCAT).toString();
        everybodyGetsIn(
                daemon ->
                        "qemu+ssh://far/system?proxy=netcat&command=%s&netcat=%s&socket=%s"
                                .formatted(ssh, netcat, daemon.socket()));
    }

    /// The helper asks this host for the daemon; here it is told of the right one.
    @Test
    void throughSshAndOurHelper() {
        String tools = Path.of(Product.program("virt-ssh-helper")).resolveSibling("").toString();
        everybodyGetsIn(
                daemon -> {
                    String ssh =
                            """
                            #!/bin/sh
                            PATH=%s:$PATH
                            exec sh -c "$(printf '%%s' "$6" | sed 's#qemu:///system#&?socket=%s#')"
                            """
                                    .formatted(tools, daemon.socket());
                    String command = program("ssh-" + daemon.name(), ssh).toString();
                    return "qemu+ssh://far/system?command=" + command;
                });
    }

    @Test
    void throughTcp() {
        try (var toC = TcpRelay.to(daemons.c().socket());
                var toOurs = TcpRelay.to(daemons.jvirt().socket())) {
            everybodyGetsIn(
                    daemon -> {
                        var relay = daemon == daemons.c() ? toC : toOurs;
                        return "qemu+tcp://127.0.0.1:%d/system".formatted(relay.port());
                    });
        }
    }

    @Test
    void aNetcatWithAnAwkwardNameIsFound() {
        String ssh = program("ssh", SSH).toString();
        String netcat = URLEncoder.encode(program("n'c $x", NETCAT).toString(), UTF_8);
        String uri =
                "qemu+ssh://far/system?proxy=netcat&command=%s&netcat=%s&socket=%s"
                        .formatted(ssh, netcat.replace("+", "%20"), daemons.c().socket());

        assertThat(Peers.ourVirsh(uri, "list", "--all", "--name").orFail().strip())
                .isEqualTo("web");
    }

    @Test
    void whatSshComplainsAboutIsTold() {
        String uri = "qemu+ssh://elsewhere/system?command=" + program("ssh", SSH);

        var ours = Peers.ourVirsh(uri, "list");

        assertThat(ours.exit()).isEqualTo(1);
        assertThat(ours.err())
                .isEqualTo(
                        "error: failed to connect to the hypervisor\n"
                                + "error: Cannot recv data: ssh: no route to elsewhere:"
                                + " Connection reset by peer\n");
    }
}
