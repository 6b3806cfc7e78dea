package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whoever asks for something wrong is told the same by both daemons: code, domain, level, message
/// and details.
class MistakesTest {
    @TempDir static Path folder;

    @TestFactory
    Stream<DynamicTest> mistakesAreNamedAsCLibvirtNamesThem() {
        Peers.needPython();
        try (var daemons = TwoDaemons.start(folder)) {
            var tests = new ArrayList<DynamicTest>();
            compare(daemons, "qemu:///system", GuestXml.idle("web"), tests);
            compare(daemons, "test:///default", GuestXml.test("web"), tests);
            return tests.stream();
        }
    }

    private static void compare(
            TwoDaemons daemons, String uri, String xml, List<DynamicTest> tests) {
        String file = Peers.file(folder, "web.xml", xml);
        var c = mistakes(daemons.c(), uri, file);
        var jvirt = mistakes(daemons.jvirt(), uri, file);
        assertThat(c).as("the script works with C libvirt").hasSizeGreaterThan(40);
        c.forEach(
                (mistake, error) ->
                        tests.add(
                                DynamicTest.dynamicTest(
                                        uri + ": " + mistake,
                                        () ->
                                                assertThat(named(jvirt.get(mistake), error))
                                                        .isEqualTo(error))));
    }

    /// Where C libvirt does not say which of its parts speaks, ours may.
    private static String named(@Nullable String error, String expected) {
        String[] ours = String.valueOf(error).split("\t");
        String[] theirs = expected.split("\t");
        if (ours.length == theirs.length && ours.length > 1 && theirs[1].equals("0")) {
            ours[1] = "0";
        }
        return String.join("\t", ours);
    }

    /// The whole error by the name of the mistake; paths of sockets do not count.
    private static Map<String, String> mistakes(Daemon daemon, String uri, String file) {
        var errors = new LinkedHashMap<String, String>();
        Peers.script("mistakes.py", daemon.uri(uri), file)
                .orFail()
                .lines()
                .map(line -> line.replace(daemon.socket().toString(), "SOCKET"))
                .map(line -> line.split("\t", 2))
                .forEach(cells -> errors.put(cells[0], cells[1]));
        return errors;
    }
}
