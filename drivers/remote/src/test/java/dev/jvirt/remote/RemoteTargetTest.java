package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteTargetTest {

    @ParameterizedTest
    @CsvSource({
        "qemu:///system, unix, qemu:///system",
        "qemu+unix:///system?socket=/tmp/s, unix, qemu:///system",
        "test+unix:///default?socket=/tmp/s, unix, test:///default",
        "qemu://host/system, tls, qemu:///system",
        "qemu+ssh://root@host:2222/system?netcat=nc&no_tty=1, ssh, qemu:///system",
        "qemu+TCP://host/system, tcp, qemu:///system",
        "remote+unix:///?socket=/tmp/s, unix, ''",
        "qemu:///system?name=xen:///x, unix, xen:///x",
        "esx:///system?foo=bar&mode=legacy&auto_answer=1, unix,"
                + " esx:///system?foo=bar&auto_answer=1",
    })
    void theDaemonIsAskedForWhatIsNotMeantForTheClient(String uri, String transport, String name) {
        var target = RemoteTarget.of(ConnectUri.parse(uri));

        assertThat(target.transport()).isEqualTo(transport);
        assertThat(target.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "qemu+unix://host/system ; using unix socket and remote server 'host' is not"
                        + " supported.",
                "qemu+carrier://host/system ; remote_open: transport in URL not recognised (should"
                        + " be tls|unix|ssh|ext|tcp|libssh2|libssh)",
                "qemu:///system?mode=other ; Unknown remote mode 'other'",
                "qemu+tls://h/system?no_verify=yes ; Failed to parse value of URI component"
                        + " no_verify",
            })
    void nonsenseIsRefused(String uri, String detail) {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> RemoteTarget.of(ConnectUri.parse(uri)));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessage("invalid argument: " + detail);
    }

    @Test
    void theSystemDaemonHasOneSocketForEachKindOfAccess() {
        var target = RemoteTarget.of(ConnectUri.parse("qemu:///system?mode=legacy"));

        assertThat(DaemonSocket.find(target, new OpenFlags(false, false, false)).path())
                .isEqualTo("/var/run/libvirt/libvirt-sock");
        assertThat(DaemonSocket.find(target, new OpenFlags(true, false, false)).path())
                .isEqualTo("/var/run/libvirt/libvirt-sock-ro");
    }

    @Test
    void directModeLeadsToTheDriversOwnDaemon() {
        var target = RemoteTarget.of(ConnectUri.parse("qemu:///system?mode=direct"));

        assertThat(DaemonSocket.find(target, new OpenFlags(false, false, false)).path())
                .isEqualTo("/var/run/libvirt/virtqemud-sock");
    }

    @Test
    void aSessionDaemonIsStartedOnlyIfItsSocketIsNotNamed() {
        var flags = new OpenFlags(false, true, true);

        var found = DaemonSocket.find(target("qemu:///session?mode=legacy"), flags);
        var named = DaemonSocket.find(target("qemu:///session?socket=/tmp/s"), flags);

        assertThat(found.daemon()).contains("libvirtd");
        assertThat(found.path()).endsWith("/libvirt/libvirt-sock");
        assertThat(named).isEqualTo(new DaemonSocket("/tmp/s", java.util.Optional.empty()));
    }

    private static RemoteTarget target(String uri) {
        return RemoteTarget.of(ConnectUri.parse(uri));
    }
}
