package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Both clients read URIs in the same way: they take the same ones for malformed, and find the same
/// host and port in the others. Nobody listens there, so the error says what was found.
class UriPeerTest {
    private static final String PUNCTUATION = "|^\\{}`\"<>[]@!$&'()*+,;=:~/?_-.";

    /// `PORT` is a port where nobody listens.
    private static List<String> uris() {
        var uris = new ArrayList<String>();
        for (int i = 0; i < PUNCTUATION.length(); i++) {
            char c = PUNCTUATION.charAt(i);
            uris.add("qemu+tcp://127.0.0.1:PORT/sy%ss".formatted(c));
            uris.add("qemu+tcp://127.0.0.1:PORT/system?a=%s".formatted(c));
            // In these places slashes and question marks begin something else.
            if (c != '/' && c != '?') {
                uris.add("qemu+tcp://u%sx@127.0.0.1:PORT/system".formatted(c));
            }
            if ("[]/?:@".indexOf(c) < 0) {
                uris.add("qemu+tcp://ho%sst.invalid/system".formatted(c));
            }
        }
        uris.addAll(ESCAPES);
        uris.addAll(SERVERS);
        uris.addAll(PORTS);
        uris.addAll(SHAPES);
        uris.addAll(PARAMETERS);
        return uris;
    }

    private static final List<String> ESCAPES =
            List.of(
                    "qemu+tcp://127.0.0.1:PORT/sy%zzs",
                    "qemu+tcp://127.0.0.1:PORT/sys%",
                    "qemu+tcp://127.0.0.1:PORT/sys%2",
                    "qemu+tcp://127.0.0.1:PORT/sys%20tem",
                    "qemu+tcp://127.0.0.1:PORT/system?x=%zz",
                    "qemu+tcp://127.0.0.1:PORT/sysé",
                    "qemu+tcp://127.0.0.1:PORT/sys tem",
                    "qemu+tcp://u%zz@127.0.0.1:PORT/sys",
                    "qemu+tcp://u%20x@127.0.0.1:PORT/sys",
                    "qemu+tcp://h%zz/sys",
                    "qemu+tcp://%31%32%37.0.0.1:PORT/system");

    private static final List<String> SERVERS =
            List.of(
                    "qemu+tcp://[::1]:PORT/system",
                    "qemu+tcp://[::1]:/system",
                    "qemu+tcp://[::1]x/system",
                    "qemu+tcp://[::1/system",
                    "qemu+tcp://::1/system",
                    "qemu+tcp://[]/system",
                    "qemu+tcp://[zz]:PORT/system",
                    "qemu+tcp://a@b@c/system",
                    "qemu+tcp://a:b@127.0.0.1:PORT/system",
                    "qemu+tcp://@127.0.0.1:PORT/system",
                    "qemu+tcp://127.0.0.1:PORT/system",
                    "qemu+tcp://nowhere.invalid:PORT/system");

    private static final List<String> PORTS =
            List.of(
                    "qemu+tcp://127.0.0.1:0PORT/system",
                    "qemu+tcp://127.0.0.1:-1/system",
                    "qemu+tcp://127.0.0.1:abc/system",
                    "qemu+tcp://127.0.0.1:/system",
                    "qemu+tcp://127.0.0.1:4294967297/system",
                    "qemu+tcp://nowhere.invalid/system",
                    "qemu+tcp://nowhere.invalid:0/system",
                    "qemu+libssh2://nowhere.invalid/system",
                    "qemu+libssh://nowhere.invalid/system",
                    "qemu+libssh://nowhere.invalid:2222/system");

    private static final List<String> SHAPES =
            List.of(
                    "1qemu+tcp://127.0.0.1:PORT/system",
                    "qe_mu+tcp://127.0.0.1:PORT/system",
                    "qemu tcp://127.0.0.1:PORT/system",
                    "/system",
                    "//host/system",
                    "?x",
                    "qemu",
                    ":///system",
                    "qemu+TCP://127.0.0.1:PORT/system",
                    "qemu+tcp://127.0.0.1:PORT",
                    "qemu+tcp://127.0.0.1:PORT?x=y",
                    "qemu+tcp://127.0.0.1:PORT#fragment",
                    "qemu+tcp://127.0.0.1:PORT//system",
                    "qemu://system",
                    "qemu://session",
                    "qemu://session/x",
                    "vbox://session",
                    "qemu+unix://host/system",
                    "qemu+pigeon:///system",
                    "qemu+://host/system",
                    "qemu+ssh+tcp://host/system");

    private static final List<String> PARAMETERS =
            List.of(
                    "qemu+tcp://127.0.0.1:PORT/system?no_tty=1x",
                    "qemu+tcp://127.0.0.1:PORT/system?no_tty=-1",
                    "qemu+tcp://127.0.0.1:PORT/system?no_tty=99999999999",
                    "qemu+tcp://127.0.0.1:PORT/system?no_tty",
                    "qemu+tcp://127.0.0.1:PORT/system?no_verify=yes",
                    "qemu+tcp://127.0.0.1:PORT/system?no_sanity=yes",
                    "qemu+tcp://127.0.0.1:PORT/system?=x",
                    "qemu+tcp://127.0.0.1:PORT/system?&&mode=bad&&",
                    "qemu+tcp://127.0.0.1:PORT/system?x=y;mode=bad",
                    "qemu+tcp://127.0.0.1:PORT/system?mode=",
                    "qemu+tcp://127.0.0.1:PORT/system?mode=DIRECT",
                    "qemu+tcp://127.0.0.1:PORT/system?MODE=bad",
                    "qemu+tcp://127.0.0.1:PORT/system?proxy=AUTO",
                    "qemu+tcp://127.0.0.1:PORT/system?pigeon=1",
                    "qemu+ssh://host/system?command=/bin/false&proxy=native&netcat=nc",
                    "qemu+tcp://127.0.0.1:PORT/system?proxy=native&netcat=nc",
                    "qemu+unix:///system?SOCKET=/none",
                    "qemu+unix:///system?socket=%2Fnone",
                    "qemu+unix:///system?socket=/none&socket=/other",
                    "qemu+libssh2://127.0.0.1:PORT/system?sshauth=smile",
                    "qemu+libssh://127.0.0.1:PORT/system?sshauth=password,smile",
                    "qemu+libssh://127.0.0.1:PORT/system?known_hosts_verify=maybe");

    @TestFactory
    Stream<DynamicTest> bothReadTheSame() {
        Peers.needPython();
        String port = String.valueOf(closedPort());
        var openings =
                uris().stream()
                        .map(uri -> Opening.of(uri.replace("PORT", port), Opening.NOBODY))
                        .toList();
        var c = Opening.byC(openings);
        assertThat(c).hasSameSizeAs(openings);
        return IntStream.range(0, openings.size())
                .mapToObj(
                        i ->
                                DynamicTest.dynamicTest(
                                        openings.get(i).uri().replace(port, "PORT"),
                                        () ->
                                                assertThat(openings.get(i).byOurs())
                                                        .isEqualTo(c.get(i))));
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
