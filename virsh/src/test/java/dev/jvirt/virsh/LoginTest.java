package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Credential NAME =
            new Credential(
                    CredentialType.AUTHNAME, "Your name", Optional.empty(), Optional.of("joe"));
    private static final Credential PASSWORD =
            new Credential(
                    CredentialType.PASSPHRASE, "Password", Optional.empty(), Optional.empty());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Login login(String input) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var environment = new ShellEnvironment(Map.of(), Path.of(""), in, out, out, false);
        return new Login(new Shell("virsh", "VIRSH", environment));
    }

    @Test
    void questionsAreAnsweredLineByLine() {
        assertThat(login("jane\nse cret\n").answer(List.of(NAME, PASSWORD)))
                .contains(List.of("jane", "se cret"));
        assertThat(out).hasToString("Your name: Password: ");
    }

    @Test
    void anEmptyAnswerMeansTheDefault() {
        assertThat(login("\n").answer(List.of(NAME, PASSWORD))).contains(List.of("joe", ""));
    }

    @Test
    void whoAuthenticatedOutsideNeedSayNothing() {
        var polkit =
                new Credential(
                        CredentialType.EXTERNAL, "", Optional.of("PolicyKit"), Optional.empty());
        var other = new Credential(CredentialType.EXTERNAL, "", Optional.of("x"), Optional.empty());

        assertThat(login("").answer(List.of(polkit))).contains(List.of(""));
        assertThat(login("").answer(List.of(other))).isEmpty();
    }
}
