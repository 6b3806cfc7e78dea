package dev.jvirt.virsh.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtAdminTest {
    private final Path folder;
    private final FakeAdminDaemon daemon;

    VirtAdminTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        daemon = new FakeAdminDaemon(folder);
    }

    record Result(int status, String out, String err) {}

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    private Result line(String line) {
        return run("-c", daemon.uri(), line);
    }

    private Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(new byte[0]);
        var variables = Map.of("LANG", "C.UTF-8", "XDG_CACHE_HOME", folder.toString());
        var environment = new ShellEnvironment(variables, folder, in, out, err, false);
        int status = VirtAdmin.run(arguments, environment);
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "srv-threadpool-set libvirtd 6 --max-workers 4294967295 | threadpool"
                        + " minWorkers=OfUnsignedInt[ui=6] maxWorkers=OfUnsignedInt[ui=-1]",
                "server-threadpool-set libvirtd --priority-workers 2 | threadpool"
                        + " prioWorkers=OfUnsignedInt[ui=2]",
                "server-clients-set libvirtd 9 8 | clients nclients_max=OfUnsignedInt[ui=9]"
                        + " nclients_unauth_max=OfUnsignedInt[ui=8]",
                "srv-update-tls libvirtd | tls libvirtd",
                "client-disconnect libvirtd 18446744073709551615 | disconnect"
                        + " 18446744073709551615",
                "daemon-log-filters '3:qemu 4:rpc' | filters 3:qemu 4:rpc",
                "daemon-log-filters '' | filters",
                "daemon-log-outputs 1:stderr | outputs 1:stderr",
                "daemon-timeout --timeout 3000000000 | timeout 3000000000",
            })
    void changesReachTheDaemon(String line, String done) {
        Result result = line(line);

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(daemon.done).map(String::strip).containsExactly(done);
    }

    @Test
    void theDaemonIsShown() {
        assertThat(line("version; uri; server-list; srv-threadpool-info libvirtd").out())
                .isEqualTo(
                        """
                        Compiled against library: libvirt 9.0.0
                        Using library: libvirt 9.0.0
                        Running against daemon: 9.1.2

                        %s

                         Id   Name
                        ----------------
                         0    libvirtd
                         1    admin

                        minWorkers     : 5
                        maxWorkers     : 4294967295

                        """
                                .formatted(daemon.uri()));
        assertThat(line("daemon-log-outputs; daemon-log-filters").out())
                .isEqualTo(" Logging outputs: 3:stderr\n\n Logging filters: \n\n");
    }

    @Test
    void clientsAreShown() {
        String since = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[+-]\\d{4}";
        assertThat(line("client-list libvirtd").out())
                .matches(
                        " Id   Transport   Connected since\n-+\n 7    unix        "
                                + since
                                + "\n\n");
        assertThat(line("client-info libvirtd 7").out())
                .matches(
                        "id             : 7\nconnection_time: "
                                + since
                                + "\ntransport      : unix\nreadonly       : yes\n"
                                + "unix_user_id   : -2\nsasl_user_name : joe\n\n");
        assertThat(line("srv-clients-info libvirtd").out())
                .isEqualTo("nclients_max        : 5000\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server-threadpool-info nope | Server not found: nope",
                "client-info libvirtd -1 | Numeric value '-1' for <client> option is malformed or"
                        + " out of range",
                "client-disconnect libvirtd | command 'client-disconnect' requires --client option",
                "daemon-timeout 5 | unexpected data '5'",
                "server-clients-set libvirtd 4 5 | --max-unauth-clients must be less than or equal"
                        + " to --max-clients",
                "connect libvirtd:///nope | Failed to reconnect to the admin server",
            })
    void mistakesAreExplained(String line, String told) {
        Result result = line(line);

        assertThat(result.err()).startsWith("error: " + told + "\n");
        assertThat(result.status()).isOne();
        assertThat(daemon.done).isEmpty();
    }

    @Test
    void refusalsAreExplainedInTwoLines() {
        assertThat(line("daemon-log-filters bad").err())
                .isEqualTo(
                        """
                        error: Unable to change daemon logging settings
                        error: invalid argument: bad
                        """);
    }

    @Test
    void aBrokenConnectionIsToldFirstAndOpenedAgain() {
        Result result = line("client-disconnect libvirtd 8; uri");

        assertThat(result.err())
                .startsWith(
                        "error: Disconnected from "
                                + daemon.uri()
                                + " due to end of file\n"
                                + "error: Failed to disconnect client '8' from server libvirtd\n");
        assertThat(result.out())
                .isEqualTo("\nReconnected to the admin server\n" + daemon.uri() + "\n\n");
        assertThat(result.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo | No URI scheme specified",
                "foo:///system | Unsupported URI scheme 'foo'",
                "libvirtd:///system?a=b | Unknown URI parameter 'a'",
                "virtqemud:/// | Invalid URI path '/', try '/system'",
            })
    void urisThatNameNoDaemonAreRefused(String uri, String told) {
        assertThat(run("-c", uri, "uri").err())
                .isEqualTo(
                        "error: Failed to connect to the admin server\n"
                                + "error: unsupported configuration: "
                                + told
                                + "\n");
    }

    @Test
    void serversAreCompleted() {
        assertThat(line("complete -- client-list --server l").out()).isEqualTo("libvirtd\n\n");
        assertThat(line("self-test")).isEqualTo(new Result(0, "\n", ""));
    }
}
