package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each parameter of a URI does something: with one value the connection opens, with another it
/// does not. C libvirt's client takes and refuses the same ones.
class UriParametersTest {
    @TempDir static Path folder;

    private static final List<Row> ROWS = new ArrayList<>();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    /// A parameter, and two URIs that differ in it alone.
    ///
    /// @param refusal a part of the second one's error
    private record Row(String parameter, String opens, String fails, String refusal) {}

    @BeforeAll
    static void prepare() throws IOException {
        Peers.needPython();
        Peers.needSshd();
        Peers.needProgram("nc");
        var daemon = keep(CLibvirtd.start(Peers.root(folder, "c")));
        var sshd = keep(Sshd.start(Peers.root(folder, "s"), daemon));
        unixParameters(daemon);
        programParameters(daemon, sshd);
        libraryParameters(sshd);
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

    private static void row(
            String parameter, String start, String opens, String fails, String refusal) {
        ROWS.add(new Row(parameter, start + opens, start + fails, refusal));
    }

    private static void unixParameters(CLibvirtd daemon) {
        String here = daemon.uri("qemu:///system");
        row("socket", "qemu+unix:///system?socket=", daemon.socket().toString(), "/none", "/none");
        row(
                "name",
                "remote+unix:///?socket=" + daemon.socket() + "&name=",
                "qemu:///system",
                "qemu:///elsewhere",
                "/elsewhere");
        row("auth", here, "", "&auth=polkit", "polkit");
        row("mode", here, "&mode=legacy", "&mode=sideways", "sideways");
    }

    private static void programParameters(CLibvirtd daemon, Sshd sshd) throws IOException {
        Path way = script("way", "exec nc -U " + daemon.socket());
        row("command", "qemu+ext:///system?command=", way.toString(), "/none", "/none");
        Path forgetful = sshd.program(Path.of("/dev/null"));
        String ssh =
                "qemu+ssh://%s@127.0.0.1:%d/system?keyfile=%s&no_tty=1&command="
                        .formatted(Sshd.USER, sshd.port(), sshd.key());
        row("no_verify", ssh + forgetful, "&no_verify=1", "&no_verify=0", "verification failed");
        Path tty =
                script(
                        "tty",
                        "case \"$*\" in *BatchMode=yes*) exec %s \"$@\" ;; esac; echo asks >&2"
                                .formatted(sshd.program(sshd.knownHosts())));
        String asking =
                "qemu+ssh://%s@127.0.0.1:%d/system?keyfile=%s&command=%s"
                        .formatted(Sshd.USER, sshd.port(), sshd.key(), tty);
        row("no_tty", asking, "&no_tty=1", "&no_tty=0", "asks");
        String far = ssh + sshd.program(sshd.knownHosts());
        String near =
                "qemu+ssh://far/system?socket=%s&command=%s".formatted(daemon.socket(), bare());
        row("proxy", near, "&proxy=netcat", "&proxy=native", "virt-ssh-helper");
        row("netcat", far + "&proxy=netcat", "&netcat=nc", "&netcat=nocat", "nocat");
    }

    private static void libraryParameters(Sshd sshd) throws IOException {
        Path stranger = sshd.makeKey("stranger", "");
        String other = Files.readString(stranger.resolveSibling("stranger.pub"));
        Path strange = folder.resolve("strange");
        Files.writeString(strange, "[127.0.0.1]:%d %s".formatted(sshd.port(), other));
        for (String library : List.of("libssh", "libssh2")) {
            String start =
                    "qemu+%s://%s@127.0.0.1:%d/system?".formatted(library, Sshd.USER, sshd.port());
            String known = "known_hosts=" + sshd.knownHosts();
            String key = "&keyfile=" + sshd.key();
            row("sshauth", start + known + key, "&sshauth=privkey", "&sshauth=agent", "agent");
            row(
                    "keyfile",
                    start + known + "&sshauth=privkey",
                    key,
                    "&keyfile=" + stranger,
                    library.equals("libssh") ? "publickey" : stranger.toString());
            row(
                    "known_hosts",
                    start + "sshauth=privkey" + key,
                    "&" + known,
                    "&known_hosts=" + strange,
                    strange.toString());
            row(
                    "known_hosts_verify",
                    start + "sshauth=privkey" + key + "&known_hosts=" + strange,
                    "&known_hosts_verify=ignore",
                    "&known_hosts_verify=normal",
                    strange.toString());
            row(
                    "netcat",
                    start + known + key + "&sshauth=privkey",
                    "&netcat=nc",
                    "&netcat=nocat",
                    "nocat");
        }
    }

    /// An ssh that stays here, where nothing is installed but netcat.
    private static Path bare() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("sh", "nc", "grep")) {
            script("tools/" + name, "exec /usr/bin/%s \"$@\"".formatted(name));
        }
        return script(
                "bare",
                "for word; do last=$word; done; PATH=%s exec sh -c \"$last\"".formatted(tools));
    }

    private static Path script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @TestFactory
    Stream<DynamicTest> eachParameterDoesSomething() {
        return ROWS.stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.opens(),
                                        () -> {
                                            var opened = open(row.opens());
                                            var refused = open(row.fails());

                                            assertThat(opened.numbers())
                                                    .as(opened.message())
                                                    .isEqualTo("open");
                                            assertThat(refused.code()).isNotZero();
                                            assertThat(refused.message()).contains(row.refusal());
                                        }));
    }

    private static Opening.Outcome open(String uri) {
        return Opening.of(uri, Opening.NOBODY).byOurs();
    }

    @TestFactory
    Stream<DynamicTest> cLibvirtTakesAndRefusesTheSame() {
        var opens = byC(ROWS.stream().map(Row::opens).toList());
        var fails = byC(ROWS.stream().map(Row::fails).toList());
        return IntStream.range(0, ROWS.size())
                .mapToObj(
                        i ->
                                DynamicTest.dynamicTest(
                                        ROWS.get(i).opens(),
                                        () -> {
                                            assertThat(opens.get(i).code()).isZero();
                                            assertThat(fails.get(i).code()).isNotZero();
                                        }));
    }

    private static List<Opening.Outcome> byC(List<String> uris) {
        var openings = uris.stream().map(uri -> Opening.of(uri, Opening.NOBODY)).toList();
        var outcomes = Opening.byC(openings);
        assertThat(outcomes).hasSameSizeAs(openings);
        return outcomes;
    }
}
