package dev.jvirt.qemu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.process.ProcessSettings.PortRanges;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QemuConfigTest {
    private static QemuConfig config(String text) {
        return QemuConfig.of(ConfigFile.parse("qemu.conf", text));
    }

    @Test
    void aMissingFileSaysNothing(@TempDir Path folder) {
        var config = QemuConfig.of(ConfigFile.read(folder.resolve("qemu.conf")));

        assertThat(config.command()).isEqualTo(DriverSettings.DEFAULT);
        assertThat(config.ports()).isEqualTo(PortRanges.DEFAULT);
        assertThat(config.user()).isEmpty();
        assertThat(config.clearCapabilities()).isTrue();
    }

    @Test
    void settingsAreRead() {
        var config =
                config(
                        """
                        # displays
                        vnc_listen = "0.0.0.0" # everywhere
                        vnc_tls = 1
                        vnc_tls_x509_cert_dir = '/etc/pki/vnc'; spice_sasl = 1
                        remote_display_port_min = 6000
                        remote_display_port_max = 6010
                        default_tls_x509_verify = 1
                        user = "+107"
                        group = "kvm"
                        max_files = 65536
                        seccomp_sandbox = 0
                        cgroup_device_acl = [
                            "/dev/null", "/dev/full",
                        ]
                        a_setting_of_another_version =\
                         \"""long
                        string\"""
                        """);

        assertThat(config.command().vnc().listen()).isEqualTo("0.0.0.0");
        assertThat(config.command().vnc().tls().enabled()).isTrue();
        assertThat(config.command().vnc().tls().folder()).isEqualTo("/etc/pki/vnc");
        assertThat(config.command().vnc().tls().credentials().verify()).isTrue();
        assertThat(config.command().spice().sasl()).isTrue();
        assertThat(config.command().sandbox()).isEqualTo(DriverSettings.Sandbox.OFF);
        assertThat(config.ports()).isEqualTo(new PortRanges(6000, 6010, 5700, 65535));
        assertThat(config.user()).contains("+107");
        assertThat(config.group()).contains("kvm");
        assertThat(config.maxFiles()).hasValue(65536);
    }

    @Test
    void theFirstOfSeveralStatementsCounts() {
        assertThat(config("user = \"a\"\nuser = \"b\"\n").user()).contains("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vnc_listen = 1",
                "vnc_tls = \"yes\"",
                "vnc_tls = 2",
                "remote_display_port_min = 80",
                "remote_display_port_max = 70000",
                "remote_websocket_port_min = 1",
                "seccomp_sandbox = 7",
                "vnc_tls_x509_secret_uuid = \"no uuid\""
            })
    void valuesThatMakeNoSenseAreRefusedByFileAndName(String line) {
        assertThatThrownBy(() -> config(line))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining("qemu.conf")
                .hasMessageContaining(line.substring(0, line.indexOf(' ')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "user =",
                "user = \"open",
                "user = [\"a\"",
                "= 1",
                "user = 1 2",
                "9 = 1"
            })
    void whatIsNoConfigurationIsASyntaxError(String line) {
        assertThatThrownBy(() -> config("\n" + line))
                .isInstanceOfSatisfying(
                        LibvirtException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONF_SYNTAX))
                .hasMessageContaining("qemu.conf:2");
    }
}
