package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectAuthTest {
    private static final List<dev.jvirt.api.Credential> QUESTIONS =
            List.of(
                    new dev.jvirt.api.Credential(
                            dev.jvirt.api.CredentialType.AUTHNAME,
                            "user",
                            Optional.empty(),
                            Optional.of("root")),
                    new dev.jvirt.api.Credential(
                            dev.jvirt.api.CredentialType.PASSPHRASE,
                            "password",
                            Optional.of("challenge"),
                            Optional.empty()));

    /// Answers passwords only.
    private static final class Program extends ConnectAuth {
        private final int result;

        Program(int result) {
            this.result = result;
            credType =
                    new CredentialType[] {
                        CredentialType.VIR_CRED_PASSPHRASE, CredentialType.VIR_CRED_NONE
                    };
        }

        @Override
        public int callback(Credential[] credentials) {
            for (Credential credential : credentials) {
                if (credential.type == CredentialType.VIR_CRED_PASSPHRASE) {
                    credential.result = credential.prompt + " " + credential.challenge;
                }
            }
            return result;
        }
    }

    @Test
    void theServerGetsTheAnswersOfTheProgram() {
        var authenticator = new Program(0).authenticator();

        assertThat(authenticator.supported())
                .containsExactly(dev.jvirt.api.CredentialType.PASSPHRASE);
        assertThat(authenticator.answer(QUESTIONS)).contains(List.of("root", "password challenge"));
    }

    @Test
    void aProgramMayRefuseToAnswer() {
        assertThat(new Program(-1).authenticator().answer(QUESTIONS)).isEmpty();
    }
}
