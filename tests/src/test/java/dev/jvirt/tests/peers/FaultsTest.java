package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.OddServer;
import dev.jvirt.tests.lab.Pki;
import dev.jvirt.tests.lab.Repository;
import dev.jvirt.tests.lab.Sshd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whatever keeps a client from its daemon: our client refuses with the same number as C libvirt's,
/// and tells the user what to look at. `docs/faults.md` shows both side by side.
class FaultsTest {
    private static final Pattern HASH = Pattern.compile("(?:[0-9a-fA-F]{2}:){15,}[0-9a-fA-F]{2}");
    private static final Pattern KEY = Pattern.compile("AAAA[\\w+/=]{40,}");
    private static final Pattern SHA = Pattern.compile("SHA256:[\\w+/=]+");

    @TempDir static Path folder;

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final Map<String, String> WORDS = new LinkedHashMap<>();
    private static final List<Result> RESULTS = new ArrayList<>();

    /// What both clients made of a fault.
    private record Result(Faults.Fault fault, Opening.Outcome c, Opening.Outcome ours) {}

    @BeforeAll
    static void meetThemAll() throws IOException {
        Peers.needPython();
        Peers.needSshd();
        Peers.needProgram("nc");
        Peers.needProgram("openssl");
        prepare();
        var faults = Faults.all().stream().map(FaultsTest::filledIn).toList();
        var c = Opening.byC(faults.stream().map(Faults.Fault::opening).toList());
        assertThat(c).hasSameSizeAs(faults);
        for (int i = 0; i < faults.size(); i++) {
            RESULTS.add(new Result(faults.get(i), c.get(i), faults.get(i).opening().byOurs()));
        }
    }

    private static void prepare() throws IOException {
        var daemon = keep(CLibvirtd.start(Peers.root(folder, "c")));
        var sshd = keep(Sshd.start(Peers.root(folder, "s"), daemon));
        WORDS.put("$SOCKET", daemon.socket().toString());
        WORDS.put("$KEY", sshd.key().toString());
        WORDS.put("$KNOWN", sshd.knownHosts().toString());
        WORDS.put("$SSH", String.valueOf(sshd.port()));
        Path keys = folder.resolve("s");
        Files.copy(sshd.makeKey("stranger", ""), folder.resolve("stranger"));
        Files.copy(keys.resolve("stranger.pub"), folder.resolve("stranger.pub"));
        Files.copy(sshd.makeKey("locked", "geheim"), folder.resolve("locked"));
        makeFiles(sshd);
        prepareTls();
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WORDS.put("$CLOSED", String.valueOf(nobody.getLocalPort()));
        }
        WORDS.put("$SILENT", String.valueOf(keep(OddServer.silent()).port()));
        odd("$MUTE", "");
        odd("$WEB", "HTTP/1.0 400 Bad Request\r\n\r\n");
        odd("$HALF", "\0\0\0\u001c\40");
        odd("$ZERO", "\0\0\0\0\0\0\0\0");
        WORDS.put("$DIR", folder.toString());
    }

    private static void prepareTls() throws IOException {
        var pki = new Pki(Files.createDirectories(folder.resolve("p")));
        pki.authority("other");
        pki.server("server");
        pki.otherServer("elsewhere");
        pki.client("jane", "ca");
        pki.client("john", "other");
        pki.expired("old", false);
        pki.future("young", false);
        WORDS.put("$JANE", pki.clientFolder("jane", "ca").toString());
        WORDS.put("$OTHER", pki.clientFolder("john", "other").toString());
        WORDS.put("$EXPIRED", pki.clientFolder("old", "ca").toString());
        WORDS.put("$FUTURE", pki.clientFolder("young", "ca").toString());
        WORDS.put("$TLS", tlsDaemon(pki, "server"));
        WORDS.put("$ELSEWHERE", tlsDaemon(pki, "elsewhere"));
    }

    /// @return its port
    private static String tlsDaemon(Pki pki, String certificate) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String config = pki.configuration(certificate, port) + "auth_tls = \"none\"\n";
        var settings = new CLibvirtd.Settings(config, List.of(), List.of("--listen"));
        keep(CLibvirtd.startWith(settings, Peers.root(folder, certificate)));
        Peers.awaitPort(port);
        return String.valueOf(port);
    }

    private static void makeFiles(Sshd sshd) throws IOException {
        Files.writeString(folder.resolve("file"), "no key and no program\n");
        Files.writeString(folder.resolve("empty"), "");
        script("complains", "echo 'the way is out of order' >&2; exit 3");
        script("ends", "exit 0");
        script("talks", "echo 'Welcome to the machine'; cat >/dev/null");
        Path tools = Files.createDirectories(folder.resolve("tools"));
        script("tools/sh", "exec /bin/sh \"$@\"");
        script(
                "bare",
                "for word; do last=$word; done; PATH=%s exec sh -c \"$last\"".formatted(tools));
        String other = Files.readString(folder.resolve("stranger.pub")).strip();
        Path strange = folder.resolve("strange");
        Files.writeString(strange, "[127.0.0.1]:%d %s\n".formatted(sshd.port(), other));
        WORDS.put("$PROGRAM", sshd.program(sshd.knownHosts()).toString());
        WORDS.put("$STRANGE", sshd.program(strange).toString());
        WORDS.put("$FORGETFUL", sshd.program(folder.resolve("empty")).toString());
        WORDS.put("$BARE", folder.resolve("bare").toString());
        Path stale = folder.resolve("stale");
        ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(stale))
                .close();
    }

    private static void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void odd(String word, String says) {
        var server = keep(OddServer.saying(says.getBytes(StandardCharsets.ISO_8859_1)));
        WORDS.put(word, String.valueOf(server.port()));
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

    private static Faults.Fault filledIn(Faults.Fault fault) {
        return new Faults.Fault(
                fault.name(),
                new Opening(filledIn(fault.opening().uri()), fault.opening().answers()),
                filledIn(fault.culprit()));
    }

    private static String filledIn(String text) {
        String filled = text;
        for (var word : WORDS.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    /// C libvirt fails without an error now and then when its ssh ends early.
    private static boolean hasNumbers(Opening.Outcome c) {
        return !c.message().contains("the cause is unknown");
    }

    @TestFactory
    Stream<DynamicTest> numbersAreThoseOfCLibvirt() {
        return RESULTS.stream()
                .filter(result -> hasNumbers(result.c()))
                .map(
                        result ->
                                DynamicTest.dynamicTest(
                                        result.fault().name(),
                                        () ->
                                                assertThat(result.ours().numbers())
                                                        .as(result.ours().message())
                                                        .isEqualTo(result.c().numbers())));
    }

    @TestFactory
    Stream<DynamicTest> theUserIsToldWhatToLookAt() {
        return RESULTS.stream()
                .map(
                        result ->
                                DynamicTest.dynamicTest(
                                        result.fault().name(),
                                        () ->
                                                assertThat(result.ours().message())
                                                        .contains(result.fault().culprit())));
    }

    /// Words may differ from run to run, by what is noticed first.
    @Test
    void theDocumentationShowsThem() throws IOException {
        var text = new StringBuilder(Repository.read(template()));
        for (var result : RESULTS) {
            text.append(
                    "| %s | %s | %s | %s |\n"
                            .formatted(
                                    result.fault().name(),
                                    result.ours().numbers(),
                                    cell(result.c().message()),
                                    cell(result.ours().message())));
        }
        Path fresh = Repository.file("tests/target/faults.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, text);

        assertThat(withoutWords(Repository.read(Repository.file("docs/faults.md"))))
                .as("to be replaced by %s", fresh)
                .isEqualTo(withoutWords(text.toString()));
    }

    private static List<String> withoutWords(String table) {
        return table.lines()
                .map(line -> line.startsWith("| ") ? line.replaceAll("`.*`", "") : line)
                .toList();
    }

    private static Path template() {
        return Peers.resource("faults.md");
    }

    /// The same at every run.
    private static String cell(String message) {
        String text = message;
        for (var word : WORDS.entrySet()) {
            boolean path = word.getValue().startsWith("/");
            text = text.replace(word.getValue(), path ? word.getKey().substring(1) : "PORT");
        }
        text = HASH.matcher(text).replaceAll("HASH");
        text = KEY.matcher(text).replaceAll("KEY");
        text = SHA.matcher(text).replaceAll("SHA256:HASH");
        return "`" + text.replace("|", "\\|").replace("`", "'") + "`";
    }
}
