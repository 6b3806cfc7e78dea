package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    private static final OpenFlags WRITER = new OpenFlags(false, false, false);
    private static final OpenFlags READER = new OpenFlags(true, false, false);

    private static Route route(String uri, OpenFlags flags) {
        return Route.of(RemoteTarget.of(ConnectUri.parse(uri)), flags, Authenticator.none());
    }

    private static List<String> ssh(String uri, OpenFlags flags) {
        return ((ProgramRoute) route(uri, flags)).command();
    }

    private static String script(String uri, OpenFlags flags) {
        return ssh(uri, flags).getLast();
    }

    @Test
    void sshGetsWhatTheUriSaysAboutTheWay() {
        var words = ssh("qemu+ssh://me@far:2222/system?keyfile=/k&no_tty=1&no_verify=1", WRITER);

        assertThat(words.subList(0, words.size() - 1))
                .containsExactly(
                        "ssh",
                        "-p",
                        "2222",
                        "-l",
                        "me",
                        "-i",
                        "/k",
                        "-T",
                        "-e",
                        "none",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "--",
                        "far");
    }

    @Test
    void sshGetsNothingThatTheUriDoesNotSay() {
        var words = ssh("qemu+ssh:///system?command=/opt/ssh&no_tty=0", WRITER);

        assertThat(words.subList(0, words.size() - 1))
                .containsExactly("/opt/ssh", "-T", "-e", "none", "--", "localhost");
    }

    @Test
    void aHostThatLooksLikeAnOptionIsNone() {
        assertThat(ssh("qemu+ssh://-oProxyCommand=x/system", WRITER))
                .containsSubsequence("--", "-oProxyCommand=x");
    }

    @Test
    void theHelperIsAskedForTheDaemonAndTheKindOfAccess() {
        assertThat(script("qemu+ssh://far/system?proxy=native", READER))
                .contains("exec virt-ssh-helper -r '\\''qemu:///system'\\''")
                .doesNotContain("-U");
        assertThat(script("qemu+ssh://far/system?proxy=native", WRITER)).doesNotContain(" -r ");
    }

    @Test
    void netcatIsToldOfTheSocket() {
        assertThat(script("qemu+ssh://far/system?proxy=netcat", READER))
                .contains("-U '\\''/var/run/libvirt/libvirt-sock-ro'\\''")
                .doesNotContain("virt-ssh-helper");
        assertThat(script("qemu+ssh://far/system?proxy=netcat&socket=/s&netcat=nc.bsd", WRITER))
                .contains("nc.bsd")
                .contains("-U '\\''/s'\\''");
    }

    @Test
    void withoutAWishTheHelperIsPreferred() {
        assertThat(script("qemu+ssh://far/system", WRITER))
                .contains("command -v virt-ssh-helper", "-U ");
        assertThat(script("qemu+ssh://far/system?proxy=auto", WRITER))
                .isEqualTo(script("qemu+ssh://far/system", WRITER));
    }

    @Test
    void whoNamesSocketOrNetcatMeansNetcat() {
        assertThat(script("qemu+ssh://far/system?socket=/s", WRITER))
                .contains("-U '\\''/s'\\''")
                .doesNotContain("virt-ssh-helper");
        assertThat(script("qemu+ssh://far/system?proxy=auto&netcat=nc.bsd", WRITER))
                .contains("nc.bsd")
                .doesNotContain("virt-ssh-helper");
    }

    @Test
    void ofAParameterThatComesTwiceTheLastStands() {
        assertThat(script("qemu+ssh://far/system?socket=/s&socket=/t", WRITER))
                .contains("-U '\\''/t'\\''");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "qemu+ssh://h/system?proxy=none ; INVALID_ARG ;"
                        + " invalid argument: Unnkown proxy type 'none'",
                "qemu+ssh://h/system?mode=direct ; OPERATION_UNSUPPORTED ; Operation not"
                        + " supported: Cannot use direct socket mode for ssh transport",
                "qemu+ext:///system ; INVALID_ARG ;"
                        + " invalid argument: remote_open: for 'ext' transport, command is"
                        + " required",
                "qemu+ssh://h/system?proxy=native&netcat=nc ; INVALID_ARG ;"
                        + " invalid argument: netcat path not valid with native proxy mode",
                "qemu+libssh://h/system?proxy=none ; INVALID_ARG ;"
                        + " invalid argument: Unnkown proxy type 'none'",
            })
    void nonsenseIsRefused(String uri, ErrorCode code, String message) {
        var error = catchThrowableOfType(LibvirtException.class, () -> route(uri, WRITER));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "qemu+tcp://nobody.invalid/system ;"
                        + " Unable to resolve address 'nobody.invalid' service '16509':"
                        + " Name or service not known",
                "qemu+tcp://127.0.0.1:1/system ;"
                        + " unable to connect to server at '127.0.0.1:1': Connection refused",
                "qemu+tcp://127.0.0.1:70001/system ;"
                        + " unable to connect to server at '127.0.0.1:70001': the last port is 65535",
                "qemu+libssh2://h/system ;"
                        + " libssh2 transport support was not enabled: Function not implemented",
                "qemu+ext:///system?command=/no/such/program ;"
                        + " Cannot run '/no/such/program': No such file or directory",
            })
    void aWayThatLeadsNowhereIsTold(String uri, String message) {
        var route = route(uri, WRITER);

        var error = catchThrowableOfType(LibvirtException.class, route::connect);

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "qemu+tcp://far/system, far, 16509",
        "qemu+tcp://[::1]:17/system, ::1, 17",
        "qemu+tcp:///system, localhost, 16509",
    })
    void tcpGoesWhereTheUriSays(String uri, String host, int port) {
        assertThat(route(uri, WRITER)).isEqualTo(new TcpRoute(host, port));
    }
}
