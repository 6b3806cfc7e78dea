package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Both virt-admins print the same, byte for byte, whichever daemon they talk to: in good use and
/// in bad, for each command, from arguments and in the interactive mode.
///
/// Only the longer explanations of `help` are told in words of our own.
class VirtAdminOutputTest {
    private static final List<String> LOOKING =
            List.of(
                    "uri",
                    "uri extra",
                    "version",
                    "version --bogus",
                    "server-list",
                    "srv-list",
                    "server-list libvirtd",
                    "server-threadpool-info libvirtd",
                    "srv-threadpool-info libvirtd",
                    "server-threadpool-info admin",
                    "server-threadpool-info",
                    "server-threadpool-info nosuch",
                    "server-threadpool-info --server libvirtd",
                    "server-threadpool-info libvirtd extra",
                    "client-list libvirtd",
                    "srv-clients-list libvirtd",
                    "client-list admin",
                    "client-list nosuch",
                    "client-list",
                    "client-info libvirtd 99999",
                    "client-info libvirtd x",
                    "client-info libvirtd -1",
                    "client-info libvirtd",
                    "client-info",
                    "client-info admin --client 0",
                    "server-clients-info libvirtd",
                    "srv-clients-info libvirtd",
                    "server-clients-info admin",
                    "server-clients-info nosuch",
                    "server-clients-info",
                    "daemon-log-filters",
                    "dmn-log-filters",
                    "daemon-log-info",
                    "connect ''",
                    "uri",
                    "connect bogus",
                    "connect --name test:///",
                    "pwd",
                    "cd /",
                    "pwd",
                    "cd /nonexistent",
                    "echo a b c",
                    "echo --shell \"a 'b\" c",
                    "echo --xml '<a>'",
                    "echo 'a",
                    "bogus",
                    "bogus; uri",
                    "uri; bogus",
                    "help bogus",
                    "",
                    "   ");

    /// Each run ends as it began.
    private static final List<String> CHANGING =
            List.of(
                    // Those who come later find what the others have left: it begins above that.
                    "server-threadpool-set libvirtd 10 20 10",
                    "server-threadpool-set libvirtd --max-workers 22",
                    "server-threadpool-info libvirtd",
                    "srv-threadpool-set libvirtd --min-workers 7 --priority-workers 4",
                    "server-threadpool-set libvirtd --min-workers 100 --max-workers 10",
                    "server-threadpool-set libvirtd --min-workers 100",
                    "server-threadpool-set libvirtd --max-workers 0",
                    "server-threadpool-set libvirtd --max-workers x",
                    "server-threadpool-set libvirtd --max-workers -1",
                    "server-threadpool-set libvirtd --max-workers 99999999999",
                    "server-threadpool-set libvirtd",
                    "server-threadpool-set",
                    "server-threadpool-set nosuch --max-workers 22",
                    "srv-threadpool-set libvirtd 6 25 6",
                    "server-threadpool-info libvirtd",
                    "client-disconnect libvirtd 12345",
                    "client-disconnect libvirtd",
                    "client-disconnect",
                    "client-disconnect nosuch 1",
                    "client-disconnect libvirtd abc",
                    "server-clients-set libvirtd --max-clients 100 --max-unauth-clients 50",
                    "server-clients-info libvirtd",
                    "server-clients-set libvirtd --max-clients 10 --max-unauth-clients 20",
                    "server-clients-set libvirtd --max-clients 10",
                    "server-clients-set libvirtd --max-unauth-clients 1000",
                    "server-clients-set libvirtd --max-clients x",
                    "server-clients-set libvirtd --max-clients 0",
                    "server-clients-set libvirtd --max-clients -5",
                    "server-clients-set libvirtd",
                    "server-clients-set",
                    "server-clients-set nosuch --max-clients 5",
                    "srv-clients-set libvirtd 120 60",
                    "server-clients-info libvirtd",
                    "server-update-tls libvirtd",
                    "server-update-tls",
                    "server-update-tls nosuch",
                    "srv-update-tls admin",
                    "daemon-log-filters '1:util 3:qemu'",
                    "daemon-log-filters",
                    "daemon-log-filters --filters 2:foo",
                    "daemon-log-filters bogus",
                    "daemon-log-filters 9:x",
                    "daemon-log-filters 1:",
                    "daemon-log-filters '1:a bogus'",
                    "daemon-log-filters ''",
                    "daemon-log-filters",
                    "daemon-log-outputs 2:file:/dev/null",
                    "daemon-log-outputs",
                    "daemon-log-outputs bogus",
                    "daemon-log-outputs 1:file:",
                    "daemon-log-outputs 0:stderr",
                    "daemon-log-outputs 4:stderr",
                    "dmn-log-outputs",
                    "daemon-timeout 4000",
                    "daemon-timeout",
                    "daemon-timeout x",
                    "daemon-timeout -1",
                    "daemon-timeout 99999999999",
                    "dmn-timeout --timeout 0");

    /// Options of the program itself, and lines that are arguments.
    private static final List<List<String>> ARGUMENTS =
            List.of(
                    List.of("uri"),
                    List.of("server-list", "extra"),
                    List.of("uri; server-list"),
                    List.of("bogus; uri"),
                    List.of("client-info", "libvirtd", "77"),
                    List.of("-q", "server-list"),
                    List.of("-d", "9", "uri"),
                    List.of("-d", "x", "uri"),
                    List.of("-v"),
                    List.of("-V"),
                    List.of("--version"),
                    List.of("--version=long"),
                    List.of("--version=bogus"),
                    List.of("--bogus"),
                    List.of("exit"),
                    List.of("quit", "now"),
                    List.of("help"),
                    List.of("help", "monitor"),
                    List.of("help", "management"),
                    List.of("self-test"),
                    List.of("complete", "--", "server-"),
                    List.of("complete", "--", "server-threadpool-info "));

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TwoDaemons daemons;

    @BeforeAll
    static void startDaemons() {
        Peers.needProgram("virt-admin");
        daemons = TwoDaemons.start(folder);
    }

    @AfterAll
    static void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    private static String uri(Daemon daemon) {
        Path socket = daemon.socket().resolveSibling("libvirt-admin-sock");
        return "libvirtd:///system?socket=" + socket;
    }

    private static Output c(Daemon daemon, String input, List<String> words) {
        return run("virt-admin", daemon, input, words);
    }

    private static Output ours(Daemon daemon, String input, List<String> words) {
        return run(Product.program("virt-admin"), daemon, input, words);
    }

    private static Output run(String program, Daemon daemon, String input, List<String> words) {
        var command = new ArrayList<>(List.of(program, "-c", uri(daemon)));
        command.addAll(words);
        return withoutTimes(Programs.run(command, input));
    }

    /// Clients are counted, and each comes at another time.
    private static Output withoutTimes(Output output) {
        String text =
                output.out()
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[+-]\\d{4}", "TIME")
                        .replaceAll("(?m)^ *\\d+( +unix)", "N$1")
                        .replaceAll("(?m)^(id|unix_process_id)( *): \\d+", "$1$2: N");
        return new Output(output.exit(), text, output.err());
    }

    @TestFactory
    Stream<DynamicTest> fromArguments() {
        return daemons.both().stream()
                .flatMap(
                        daemon ->
                                ARGUMENTS.stream()
                                        .map(
                                                words ->
                                                        DynamicTest.dynamicTest(
                                                                daemon.name() + ": " + words,
                                                                () ->
                                                                        assertSame(
                                                                                daemon, "",
                                                                                words))));
    }

    @TestFactory
    Stream<DynamicTest> inTheInteractiveMode() {
        return daemons.both().stream()
                .flatMap(daemon -> Stream.of(session(daemon, LOOKING), session(daemon, CHANGING)));
    }

    private static DynamicTest session(Daemon daemon, List<String> commands) {
        String input = String.join("\n", commands) + "\n";
        return DynamicTest.dynamicTest(
                "%s: %s ...".formatted(daemon.name(), commands.getFirst()),
                () -> assertSame(daemon, input, List.of()));
    }

    private static void assertSame(Daemon daemon, String input, List<String> words) {
        Output c = c(daemon, input, words);

        Output ours = ours(daemon, input, words);

        assertThat(ours.out()).isEqualTo(c.out());
        assertThat(ours.err()).isEqualTo(c.err());
        assertThat(ours.exit()).isEqualTo(c.exit());
    }

    @Test
    void aClientIsShownAndDisconnected() throws IOException {
        for (Daemon daemon : daemons.both()) {
            for (boolean oursCloses : new boolean[] {false, true}) {
                try (var client = RawClient.connect(daemon.socket()).open("test:///default")) {
                    String id = idOfOnlyClient(daemon);
                    assertSame(daemon, "", List.of("client-list", "libvirtd"));
                    assertSame(daemon, "", List.of("client-info", "libvirtd", id));

                    var words = List.of("client-disconnect", "libvirtd", id);
                    var closed = oursCloses ? ours(daemon, "", words) : c(daemon, "", words);

                    assertThat(closed.out()).isEqualTo("Client '%s' disconnected\n".formatted(id));
                    assertThat(client.isClosedByPeer()).isTrue();
                }
            }
        }
    }

    private static String idOfOnlyClient(Daemon daemon) {
        String list =
                Programs.run("virt-admin", "-c", uri(daemon), "client-list", "libvirtd").orFail();
        return list.lines()
                .filter(line -> line.contains("unix"))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" +")[0];
    }

    @TestFactory
    Stream<DynamicTest> helpNamesTheSameCommandsAndOptions() {
        String help = Programs.run("virt-admin", "help").orFail();
        return help.lines()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.strip().split(" ")[0])
                .map(name -> DynamicTest.dynamicTest(name, () -> assertSameShape(name)));
    }

    private static void assertSameShape(String command) {
        String c = Programs.run("virt-admin", "help", command).orFail();

        String ours = Programs.run(Product.program("virt-admin"), "help", command).orFail();

        assertThat(shape(ours)).isEqualTo(shape(c));
    }

    /// The names, the synopsis and the spelling of each option.
    private static List<String> shape(String help) {
        int description = help.indexOf("  DESCRIPTION");
        int options = help.indexOf("  OPTIONS");
        String synopsis = description < 0 ? help : help.substring(0, description);
        var shape = new ArrayList<>(synopsis.strip().lines().toList());
        if (options >= 0) {
            help.substring(options)
                    .lines()
                    .map(line -> line.replaceAll("(?<=\\S)  .*", ""))
                    .forEach(shape::add);
        }
        return shape;
    }
}
