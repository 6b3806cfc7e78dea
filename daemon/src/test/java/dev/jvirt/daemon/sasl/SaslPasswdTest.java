package dev.jvirt.daemon.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.sasl.SaslMechanism;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The administrator's file of users, and the program that keeps it.
class SaslPasswdTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void place(@TempDir Path folder) {
        file = folder.resolve("users");
    }

    private int run(String input, String... words) {
        var program =
                new SaslPasswd(
                        Map.of(),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return program.run(
                Stream.concat(Stream.of("--file", file.toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    @Test
    void aUserIsAddedForItsOwnersEyesOnly() throws IOException {
        assertThat(run("geheim\n", "--stdin", "add", "joe")).isZero();

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readString(file)).contains("joe").doesNotContain("geheim");
        UserFile users = UserFile.load(file);
        assertThat(users.isPassword("joe", "geheim")).isTrue();
        assertThat(users.isPassword("joe", "Geheim")).isFalse();
        assertThat(users.isPassword("jim", "geheim")).isFalse();
        assertThat(users.realms()).isEmpty();
    }

    @Test
    void usersAreListedAndRemoved() throws IOException {
        run("geheim\n", "--stdin", "--digest-md5", "--realm", "here", "add", "joe");
        run("secret\n", "--stdin", "add", "jane");

        assertThat(run("", "list")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        jane\tSCRAM-SHA-1 SCRAM-SHA-256
                        joe\tSCRAM-SHA-1 SCRAM-SHA-256 DIGEST-MD5@here
                        """);
        assertThat(run("", "delete", "joe")).isZero();
        assertThat(UserFile.load(file).users()).hasSize(1);
        assertThat(run("", "delete", "joe")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no user 'joe'");
    }

    @Test
    void theAnswerForAnUnknownUserOutlivesAChangeOfTheFile() throws IOException {
        run("geheim\n", "--stdin", "add", "joe");
        String before = UserFile.load(file).scram(ScramHash.SHA_256, "nobody").format();
        run("secret\n", "--stdin", "add", "jane");
        String after = UserFile.load(file).scram(ScramHash.SHA_256, "nobody").format();

        int salt = before.lastIndexOf('$');
        assertThat(after.substring(0, salt)).isEqualTo(before.substring(0, salt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "add",
                "add joe jim",
                "list joe",
                "frob",
                "--frob list",
                "--file",
                "delete"
            })
    void nonsenseIsRefused(String words) {
        assertThat(run("geheim\n", words.split(" "))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("virt-sasl-passwd: error: ");
        assertThat(file).doesNotExist();
    }

    @Test
    void anEmptyPasswordIsRefused() {
        assertThat(run("\n", "--stdin", "add", "joe")).isEqualTo(1);
        assertThat(run("", "--stdin", "add", "joe")).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jim",
                "user\tjoe\tpassword",
                "user\t\tx",
                "user\tjoe\tDIGEST-MD5$here$12",
                "user\tjoe\tDIGEST-MD5$zz",
                "decoy\t*"
            })
    void aFileThatMakesNoSenseIsRefusedWithItsLine(String line) {
        assertThatThrownBy(() -> UserFile.parse("users", "# mine\n" + line))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("users:2: ");
    }

    @Test
    void theLibrarysOwnFileSaysWhatIsOffered(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("libvirt.conf"),
                """
                # mech_list: plain
                mech_list: gssapi  SCRAM-SHA-256 ntlm
                keytab: /etc/libvirt/krb5.tab
                auxprop_plugin: sasldb
                """);

        SaslConfig config = SaslConfig.load(folder, Map.of());

        assertThat(config.mechanisms().orElseThrow())
                .containsExactly(SaslMechanism.GSSAPI, SaslMechanism.SCRAM_SHA_256);
        assertThat(config.keytab()).contains(Path.of("/etc/libvirt/krb5.tab"));
        assertThat(SaslConfig.load(folder.resolve("none"), Map.of()).mechanisms()).isEmpty();
        assertThat(
                        SaslConfig.load(
                                        folder.resolve("none"),
                                        Map.of("SASL_CONF_PATH", "/nowhere:" + folder))
                                .mechanisms())
                .isPresent();
    }
}
