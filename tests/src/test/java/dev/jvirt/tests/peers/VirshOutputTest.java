package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Both virshs print the same, byte for byte, whichever daemon they talk to.
class VirshOutputTest {
    private static final String QEMU = "qemu:///system";
    private static final String TEST = "test:///default";

    /// What changes nothing; `RUNNING` and `off` are domains of that state.
    private static final List<String> LOOKING =
            List.of(
                    "list",
                    "list --all",
                    "list --all --uuid",
                    "list --all --name",
                    "list --inactive",
                    "list --state-running --title",
                    "list --all --persistent --autostart",
                    "list --transient",
                    "list --bogus",
                    "dominfo RUNNING",
                    "dominfo off",
                    "domstate RUNNING --reason",
                    "domstate off --reason",
                    "domid RUNNING",
                    "domid off",
                    "domname 1",
                    "domname off",
                    "domuuid RUNNING",
                    "dumpxml RUNNING",
                    "dumpxml off",
                    "dumpxml off --inactive",
                    "dumpxml off --security-info",
                    "dumpxml nobody",
                    "dominfo",
                    "dominfo RUNNING extra",
                    "bogus",
                    "uri",
                    "version",
                    "hostname",
                    "nodeinfo",
                    "sysinfo",
                    "capabilities",
                    "start RUNNING",
                    "destroy off",
                    "suspend off",
                    "resume RUNNING",
                    "undefine nobody",
                    "console off",
                    "echo --shell 'a b' c",
                    "help bogus",
                    "define /no/such/file",
                    "define /dev/null",
                    "list; uri; list --all",
                    "event --list",
                    "net-list --all");

    /// One life, told by virsh; what it prints may name a new id.
    private static final List<String> LIVING =
            List.of(
                    "define web.xml",
                    "autostart web",
                    "dominfo web",
                    "autostart web --disable",
                    "start web",
                    "list",
                    "domstate web",
                    "suspend web",
                    "domstate web --reason",
                    "resume web",
                    "reset web",
                    "dominfo web",
                    "destroy web",
                    "list --all",
                    "start web --paused",
                    "domstate web --reason",
                    "destroy web --graceful",
                    "undefine web",
                    "create web.xml",
                    "dominfo web",
                    "destroy web",
                    "list --all");

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TwoDaemons daemons;

    @BeforeAll
    static void startDaemonsWithDomains() {
        Peers.needProgram("virsh");
        daemons = TwoDaemons.start(folder);
        for (Daemon daemon : daemons.both()) {
            for (String name : List.of("running", "off")) {
                String file = Peers.file(folder, name + ".xml", GuestXml.idle(name));
                Peers.virsh(daemon.uri(QEMU), "define", file).orFail();
            }
            Peers.virsh(daemon.uri(QEMU), "start", "running").orFail();
        }
    }

    @AfterAll
    static void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> lookingAtQemuDomains() {
        return daemons.both().stream()
                .flatMap(
                        daemon ->
                                LOOKING.stream()
                                        .map(command -> command.replace("RUNNING", "running"))
                                        .map(command -> same(daemon, QEMU, command)));
    }

    @TestFactory
    Stream<DynamicTest> lookingAtTheTestDriver() {
        return daemons.both().stream()
                .flatMap(
                        daemon ->
                                LOOKING.stream()
                                        .map(command -> command.replace("RUNNING", "test"))
                                        .map(command -> same(daemon, TEST, command)));
    }

    private static DynamicTest same(Daemon daemon, String uri, String command) {
        return DynamicTest.dynamicTest(
                "%s with the daemon of %s: %s".formatted(uri, daemon.name(), command),
                () -> {
                    var c = Peers.virsh(daemon.uri(uri), command);
                    var jvirt = Peers.ourVirsh(daemon.uri(uri), command);

                    assertThat(withoutTime(jvirt)).isEqualTo(withoutTime(c));
                });
    }

    /// The CPU time goes on from one command to the next.
    private static Output withoutTime(Output output) {
        String text = output.out().replaceAll("(?m)^(CPU time: +)\\d+\\.\\ds$", "$1");
        return new Output(output.exit(), text, output.err());
    }

    @Test
    void livingWithTheDaemonOfC() {
        assertSame(life(daemons.c(), Peers::ourVirsh), life(daemons.c(), Peers::virsh));
    }

    @Test
    void livingWithOurDaemon() {
        assertSame(life(daemons.jvirt(), Peers::ourVirsh), life(daemons.jvirt(), Peers::virsh));
    }

    /// The two daemons tell C's virsh the same as well.
    @Test
    void livingWithEitherDaemon() {
        assertSame(life(daemons.jvirt(), Peers::virsh), life(daemons.c(), Peers::virsh));
    }

    private static void assertSame(List<String> life, List<String> expected) {
        SoftAssertions.assertSoftly(
                steps -> {
                    for (int i = 0; i < expected.size(); i++) {
                        steps.assertThat(life.get(i)).isEqualTo(expected.get(i));
                    }
                });
    }

    private interface Virsh {
        Output run(String uri, String... words);
    }

    private static List<String> life(Daemon daemon, Virsh virsh) {
        String file = Peers.file(folder, "web.xml", GuestXml.idle("web"));
        var transcript = new ArrayList<String>();
        for (String command : LIVING) {
            var output = withoutTime(virsh.run(daemon.uri(QEMU), command.replace("web.xml", file)));
            transcript.add(
                    "$ %s%n%s%s%d".formatted(command, output.out(), output.err(), output.exit()));
        }
        return transcript.stream()
                .map(text -> text.replaceAll("(?m)^ \\d+ +", " ID "))
                .map(text -> text.replaceAll("(?m)^(Id: +)\\d+$", "$1"))
                .toList();
    }
}
