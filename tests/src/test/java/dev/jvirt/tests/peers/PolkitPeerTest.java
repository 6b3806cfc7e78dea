package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.PrivatePolkit;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// polkit's own daemon decides who may come in and what they may do.
@Timeout(120)
class PolkitPeerTest {
    private static final String DENIED = "88 55 2 access denied: 'QEMU' denied access";

    private static final String CONFIG =
            """
            auth_unix_rw = "polkit"
            auth_unix_ro = "polkit"
            access_drivers = [ "polkit" ]
            """;

    private static final String RULES =
            """
            polkit.addRule(function(action, subject) {
              if (action.id == "org.libvirt.unix.manage") {
                if (subject.user == "games") return polkit.Result.YES;
                if (subject.user == "news") return polkit.Result.NO;
                return polkit.Result.NOT_HANDLED;
              }
              if (subject.user == "games" && action.id.indexOf("org.libvirt.api.domain.") == 0) {
                if (action.lookup("connect_driver") != "QEMU") return polkit.Result.NO;
                if (action.lookup("domain_uuid") == undefined) return polkit.Result.NO;
                if (action.lookup("domain_name") != "web") return polkit.Result.NO;
                if (action.id == "org.libvirt.api.domain.delete") return polkit.Result.YES;
              }
              return polkit.Result.NOT_HANDLED;
            });
            """;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private PrivatePolkit polkit;

    @SuppressWarnings("NullAway.Init")
    private JvirtLibvirtd daemon;

    @BeforeEach
    void startDaemons() throws IOException {
        Peers.needProduct();
        Peers.needPython();
        Peers.needRoot();
        assumeTrue(PrivatePolkit.missing().isEmpty(), PrivatePolkit.missing().orElse(""));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        polkit = PrivatePolkit.start(Files.createDirectory(folder.resolve("p")), RULES);
        Path root = Files.createDirectory(folder.resolve("d"));
        Path etc = Files.createDirectories(root.resolve("etc/libvirt"));
        Files.writeString(etc.resolve("libvirtd.conf"), CONFIG);
        daemon = JvirtLibvirtd.startIn(root, polkit.environment());
        for (String name : List.of("web", "db")) {
            Path xml = Files.writeString(folder.resolve(name + ".xml"), GuestXml.idle(name));
            Peers.virsh(uri(), "define", xml.toString()).orFail();
        }
    }

    @AfterEach
    void stopDaemons() {
        if (daemon != null) {
            daemon.close();
        }
        if (polkit != null) {
            polkit.close();
        }
    }

    private String uri() {
        return daemon.uri("qemu:///system");
    }

    private List<String> ask(String uri, int user) {
        return Peers.script("access.py", uri, String.valueOf(user), "60").orFail().lines().toList();
    }

    @Test
    void rulesOfPolkitSeeTheObject() {
        assertThat(ask(uri(), 5))
                .contains(
                        "open: done",
                        "hostname: True",
                        "list: web",
                        "count: 1",
                        "look up web: web",
                        "look up db: " + DENIED,
                        "xml of web: True",
                        "set autostart of web: " + DENIED,
                        "undefine web: 0",
                        "define: " + DENIED)
                .anyMatch(line -> line.startsWith("identity: 88 "));
    }

    @Test
    void whoMayNotManageIsToldWhy() {
        assertThat(ask(uri(), 9))
                .containsExactly("open: 45 60 2 authentication failed: access denied by policy");
        assertThat(ask(uri(), 65534))
                .containsExactly(
                        "open: 94 60 2 authentication unavailable: no polkit agent available to"
                                + " authenticate action 'org.libvirt.unix.manage'");
    }

    @Test
    void everybodyMayLook() {
        assertThat(ask(daemon.readOnlyUri("qemu:///system"), 65534))
                .contains("open: done", "list: db web", "undefine web: " + DENIED);
    }

    @Test
    void whenPolkitIsGoneOnlyRootComesIn() {
        polkit.close();

        assertThat(ask(uri(), 5).getFirst()).contains("open: ").doesNotContain("done");
        assertThat(ask(uri(), 0).getFirst()).contains("open: 88 55 2");
    }

    @Test
    void ourVirshSaysTheSameOfARefusal() {
        Peers.needProductForEverybody();
        var refused =
                Programs.run(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "env",
                        "HOME=/nonexistent",
                        Product.program("virsh"),
                        "-c",
                        uri(),
                        "list");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo(
                        """
                        error: failed to connect to the hypervisor
                        error: authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'
                        """);
    }
}
