package dev.jvirt.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibvirtdTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private int run(String... words) {
        return new Libvirtd(DaemonName.LIBVIRTD, Map.of(), printer(out), printer(err)).run(words);
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("-V")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("libvirtd (libvirt) 9.0.0\n");
    }

    @Test
    void explainsItsOptions() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--pid-file <file>", "--root");
    }

    @Test
    void explainsThemToWhoIsMistaken() {
        assertThat(run("--bogus")).isEqualTo(1);

        assertThat(errors()).startsWith("libvirtd: unrecognized option '--bogus'\n\nUsage:");
    }

    @Test
    void aBadConfigurationIsAnErrorWithItsPlace() throws IOException {
        var file = Files.writeString(root.resolve("x.conf"), "\nmax_clients = 1\nbogus = 2\n");

        assertThat(run("--root", root.toString(), "-f", file.toString())).isEqualTo(1);

        assertThat(errors())
                .isEqualTo(
                        "libvirtd: error: Can't load config file: unsupported configuration:"
                                + " %s:2: max_clients (1) must not be less than".formatted(file)
                                + " max_anonymous_clients (20)\n");
        assertThat(root.resolve("run")).doesNotExist();
    }

    @Test
    void aNamedConfigurationMustBeThere() {
        var file = root.resolve("missing.conf");

        assertThat(run("--root", root.toString(), "-f", file.toString())).isEqualTo(1);

        assertThat(errors()).contains("'%s': No such file or directory".formatted(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "access_drivers = [ \"selinux\" ] | 1 | access_drivers: there is no access driver"
                        + " 'selinux'",
                "access_drivers = [ \"rules\" ] | 1 | access.rules': No such file",
                "log_filters = \"x\"           | 1 | Malformed format for filter 'x'",
                "log_outputs = \"1:paper\"     | 1 | Invalid log destination 'paper'",
                "log_level = 9                 | 1 | Failed to set logging priority, argument '9'",
            })
    void whatItCannotDoItRefuses(String line, int exit, String message) throws IOException {
        var file = Files.writeString(root.resolve("x.conf"), line);

        assertThat(run("--root", root.toString(), "-f", file.toString())).isEqualTo(exit);

        assertThat(errors()).contains(message);
    }

    @Test
    void withoutCertificatesItDoesNotListen() throws IOException {
        var config = Files.writeString(root.resolve("x.conf"), "ca_file = \"/nowhere/ca.pem\"");

        assertThat(run("--root", root.toString(), "--listen", "-f", config.toString()))
                .isEqualTo(6);

        assertThat(errors()).contains("Cannot read CA certificate '/nowhere/ca.pem': No such file");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(root.resolve("run"), "a file in the way");

        assertThat(run("--root", root.toString())).isEqualTo(2);

        assertThat(errors())
                .startsWith(
                        "libvirtd: error: unable to create rundir: cannot create directory '%s': "
                                .formatted(root.resolve("run/libvirt")));
    }

    @Test
    void aSecondDaemonIsRefused() throws IOException {
        Files.createDirectories(root.resolve("run"));
        try (var first = PidFile.acquire(root.resolve("run/libvirtd.pid"))) {
            assertThat(first).isNotNull();

            assertThat(run("--root", root.toString())).isEqualTo(1);

            assertThat(errors())
                    .contains(
                            "the daemon is already running with process id "
                                    + ProcessHandle.current().pid());
        }
    }
}
