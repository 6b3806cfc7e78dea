package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Users of the host before a daemon with a file of rules: what C libvirt's client hears.
@Timeout(120)
class AccessRulesTest {
    private static final String DENIED = "88 55 2 access denied: 'QEMU' denied access";
    private static final int GAMES = 5;
    private static final int NEWS = 9;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String CONFIG =
            """
            access_drivers = [ "rules" ]
            unix_sock_rw_perms = "0777"
            """;

    private static final String RULES =
            """
            allow user:root   *
            deny  user:games  domain.write domain_name=web
            allow user:games  connect.getattr,connect.read,connect.write,connect.search-domains
            allow user:games,user:somebody domain.getattr,domain.read,domain.delete domain_name=web*
            allow user:somebody connect.*
            """;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private JvirtLibvirtd daemon;

    @BeforeEach
    void startDaemon() throws IOException {
        Peers.needProduct();
        Peers.needPython();
        Peers.needRoot();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path etc = Files.createDirectories(folder.resolve("etc/libvirt"));
        Files.writeString(etc.resolve("libvirtd.conf"), CONFIG);
        Files.writeString(rules(), RULES);
        daemon = JvirtLibvirtd.start(folder);
        for (String name : List.of("web", "db")) {
            Path xml = folder.resolve(name + ".xml");
            Files.writeString(xml, GuestXml.idle(name));
            Peers.virsh(uri(), "define", xml.toString()).orFail();
        }
    }

    @AfterEach
    void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private Path rules() {
        return folder.resolve("etc/libvirt/access.rules");
    }

    private String uri() {
        return daemon.uri("qemu:///system");
    }

    private String ask(int user) {
        return Peers.script("access.py", uri(), String.valueOf(user), "60").orFail();
    }

    @Test
    void everybodySeesAndDoesWhatTheRulesAllow() {
        assertThat(ask(GAMES).lines())
                .containsExactly(
                        "open: done",
                        "hostname: True",
                        "list: web",
                        "names: web",
                        "count: 1",
                        "look up web: web",
                        "look up db: " + DENIED,
                        "set autostart of web: " + DENIED,
                        "xml of web: True",
                        "undefine web: 0",
                        "define: " + DENIED,
                        "identity: somebody",
                        "list again: ");
    }

    @Test
    void whomNoRuleNamesIsTurnedAway() {
        assertThat(ask(NEWS).lines()).containsExactly("open: " + DENIED);
        assertThat(ask(0).lines()).contains("list: db web", "look up db: db");
    }

    @Test
    void eventsComeOfWhatMayBeSeen() {
        var done = new AtomicBoolean();
        var heard = new ArrayList<String>();

        Peers.scriptLines(
                lines -> {
                    heard.clear();
                    heard.addAll(lines);
                    if (lines.size() == 1 && !done.getAndSet(true)) {
                        Peers.virsh(uri(), "undefine", "db").orFail();
                        Peers.virsh(uri(), "undefine", "web").orFail();
                    }
                },
                "access_events.py",
                uri(),
                String.valueOf(GAMES));

        assertThat(heard).containsExactly("listening", "heard of web");
    }

    @Test
    void aBrokenFileLeavesTheOldRulesInForceAndABetterOneTakesTheirPlace() throws IOException {
        Files.writeString(rules(), "allow anyone domain.strat\n");
        reload();
        Await.until(
                "the daemon refuses the file",
                LIMIT,
                () -> daemon.process().printed().contains(":1: unknown action 'domain.strat'"));

        assertThat(ask(GAMES)).contains("look up web: web", "look up db: " + DENIED);

        Files.writeString(rules(), "allow anyone *\n");
        reload();
        Await.until(
                "the new rules hold",
                LIMIT,
                () -> Peers.script("access.py", uri(), "9", "9").out().contains("look up db: db"));
    }

    private void reload() {
        Programs.run("kill", "-HUP", String.valueOf(daemon.process().pid())).orFail();
    }

    @Test
    void ourVirshPrintsWhatCVirshPrints() {
        Peers.needProductForEverybody();
        String uri = uri();
        List<String> denied = List.of("autostart", "--disable", "web");
        List<Output> printed = new ArrayList<>();
        for (String virsh : List.of("virsh", Product.program("virsh"))) {
            for (List<String> words : List.of(List.of("list", "--all", "--name"), denied)) {
                var command =
                        new ArrayList<>(
                                List.of(
                                        "setpriv",
                                        "--reuid=" + GAMES,
                                        "--regid=60",
                                        "--clear-groups",
                                        "env",
                                        "HOME=/nonexistent",
                                        virsh,
                                        "-c",
                                        uri));
                command.addAll(words);
                printed.add(Programs.run(command, ""));
            }
        }

        assertThat(printed.get(2)).isEqualTo(printed.get(0));
        assertThat(printed.get(3)).isEqualTo(printed.get(1));
        assertThat(printed.get(2).out().strip()).isEqualTo("web");
        assertThat(printed.get(3).err()).contains("access denied: 'QEMU' denied access");
    }

    @Test
    void theFileCanBeAskedWithoutADaemon() {
        String tool = Product.program("virt-access");
        String root = folder.toString();

        Output yes =
                Programs.run(
                        tool, "--root", root, "can", "games", "domain.read", "domain_name=web2");
        Output no =
                Programs.run(
                        tool, "--root", root, "can", "games", "domain.write", "domain_name=web");
        Output unknown = Programs.run(tool, "--root", root, "can", "news", "domain.write");
        Output wrong = Programs.run(tool, "--root", root, "can", "games", "domain.wriet");

        assertThat(yes.exit()).isZero();
        assertThat(yes.out())
                .startsWith("allowed: " + rules() + ":4: allow user:games,user:somebody");
        assertThat(no.exit()).isEqualTo(1);
        assertThat(no.out()).startsWith("denied: " + rules() + ":2: deny  user:games");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out()).startsWith("denied: no rule fits");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("'domain.wriet' is not one action");
    }
}
