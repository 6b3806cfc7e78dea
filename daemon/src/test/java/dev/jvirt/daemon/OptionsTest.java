package dev.jvirt.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.flight.record.RecordSettings;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void connectionsAreRecordedIfWanted() {
        assertThat(Options.parse().record()).isEmpty();
        assertThat(Options.parse("--record", "/tmp/r,ring=2M").record())
                .contains(new RecordSettings(Path.of("/tmp/r"), OptionalLong.of(2 << 20), false));
        assertThatThrownBy(() -> Options.parse("--record=/tmp/r,all"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("unknown word 'all'");
    }

    @Test
    void nothingIsSetByDefault() {
        var options = Options.parse();

        assertThat(options.daemon()).isFalse();
        assertThat(options.timeout()).isZero();
        assertThat(options.config()).isEmpty();
        assertThat(options.root()).isEmpty();
    }

    @Test
    void lettersMayBeJoinedAndCarryTheirValue() {
        var options = Options.parse("-dlv", "-t30", "-f", "/a.conf", "-p/b.pid");

        assertThat(options.daemon()).isTrue();
        assertThat(options.listen()).isTrue();
        assertThat(options.verbose()).isTrue();
        assertThat(options.timeout()).isEqualTo(30);
        assertThat(options.config()).contains(Path.of("/a.conf"));
        assertThat(options.pidFile()).contains(Path.of("/b.pid"));
    }

    @Test
    void longNamesMayBeShortened() {
        var options = Options.parse("--time=5", "--root", "/tmp/x/../y", "--dae");

        assertThat(options.timeout()).isEqualTo(5);
        assertThat(options.root()).contains(Path.of("/tmp/y"));
        assertThat(options.daemon()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--bogus    | unrecognized option '--bogus'",
                "-x         | invalid option -- 'x'",
                "-t         | option requires an argument -- 't'",
                "--timeout  | option '--timeout' requires an argument",
                "--daemon=1 | option '--daemon' doesn't allow an argument",
                "--ver      | option '--ver' is ambiguous; possibilities: '--verbose' '--version'",
                "foo        | unexpected, non-option, command line arguments",
                "-tx        | Invalid value for timeout",
                "-t-1       | Invalid value for timeout",
                "-t2147484  | Invalid value for timeout",
            })
    void nonsenseIsRefused(String word, String message) {
        assertThatThrownBy(() -> Options.parse(word))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void wordsAfterTheOptionsAreRefused() {
        assertThatThrownBy(() -> Options.parse("-v", "--", "-d"))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void daemonsOfOneDriverHaveNoNetworkSockets() {
        assertThat(Options.usage(DaemonName.LIBVIRTD)).contains("--listen", "/run/libvirtd.pid");
        assertThat(Options.usage(DaemonName.VIRTQEMUD))
                .contains("  virtqemud [options]", "/run/libvirt/virtqemud-sock-ro")
                .contains("/etc/libvirt/virtqemud.conf", "/run/libvirt/virtqemud-admin-sock")
                .doesNotContain("--listen", "libvirtd", "libvirt-");

        assertThatThrownBy(() -> Options.parse(DaemonName.VIRTQEMUD, "-l"))
                .hasMessage("invalid option -- 'l'");
        assertThatThrownBy(() -> Options.parse(DaemonName.VIRTQEMUD, "--listen"))
                .hasMessage("unrecognized option '--listen'");
    }
}
