package dev.jvirt.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthFileTest {
    private static final String FILE =
            """
            # who logs in where
            [credentials-test]
            authname=fred
              password =  a b\s
            [auth-libvirt-one.example.com]
            credentials=test

            [credentials-other]\t
            authname=bar
            authname=baz
            [auth-libvirt-default]
            credentials=other
            [auth-ssh-broken]
            [auth-ssh-lost]
            credentials=nowhere
            """;

    private static Optional<String> lookup(String service, String host, String credential) {
        return new AuthFile("auth.conf", FILE).lookup(service, host, credential);
    }

    @Test
    void aHostHasItsOwnCredentials() {
        assertThat(lookup("libvirt", "one.example.com", "authname")).contains("fred");
        assertThat(lookup("libvirt", "one.example.com", "realm")).isEmpty();
    }

    @Test
    void blanksBeforeAValueDoNotBelongToItButThoseBehindItDo() {
        assertThat(lookup("libvirt", "one.example.com", "password")).contains("a b ");
    }

    @Test
    void otherHostsHaveTheDefaultAndTheLastAssignmentCounts() {
        assertThat(lookup("libvirt", "two.example.com", "authname")).contains("baz");
    }

    @Test
    void anotherServiceHasNothing() {
        assertThat(lookup("esx", "one.example.com", "authname")).isEmpty();
    }

    @Test
    void aGroupWithoutCredentialsIsNamed() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> lookup("ssh", "broken", "authname"));

        assertThat(error.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        assertThat(error)
                .hasMessage(
                        "configuration file syntax error: Missing item 'credentials' in group"
                                + " 'auth-ssh-broken' in 'auth.conf'");
    }

    @Test
    void aGroupThatIsNotThereIsNamed() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> lookup("ssh", "lost", "authname"));

        assertThat(error)
                .hasMessage(
                        "configuration file syntax error: Missing group 'credentials-nowhere'"
                                + " referenced from group 'auth-ssh-lost' in 'auth.conf'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n[x", "\n[x] y", "[x]\nfoo", "[x]\n=y", "[x]\n; c", "\na=b"})
    void anythingElseIsRefusedWithItsLine(String text) {
        var error =
                catchThrowableOfType(LibvirtException.class, () -> new AuthFile("auth.conf", text));

        assertThat(error.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        assertThat(error).hasMessageContaining("auth.conf:2:");
    }

    @Test
    void aFileThatIsNamedMustBeThere(@TempDir Path folder) {
        String file = folder.resolve("none").toString();

        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> AuthFile.find(Optional.of(file)));

        assertThat(error).hasMessageContaining(file);
    }
}
