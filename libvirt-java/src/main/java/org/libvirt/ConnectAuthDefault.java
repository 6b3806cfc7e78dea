package org.libvirt;

import dev.jvirt.api.Authenticator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks on the terminal (`virConnectAuthPtrDefault`).
public final class ConnectAuthDefault extends ConnectAuth {
    /// Asks for names, realms and passwords.
    public ConnectAuthDefault() {
        credType =
                new CredentialType[] {
                    CredentialType.VIR_CRED_AUTHNAME,
                    CredentialType.VIR_CRED_ECHOPROMPT,
                    CredentialType.VIR_CRED_REALM,
                    CredentialType.VIR_CRED_PASSPHRASE,
                    CredentialType.VIR_CRED_NOECHOPROMPT
                };
    }

    @Override
    public int callback(Credential[] credentials) {
        List<dev.jvirt.api.Credential> questions =
                Stream.of(credentials).map(ConnectAuthDefault::question).toList();
        Optional<List<String>> answers = Authenticator.terminal().answer(questions);
        if (answers.isEmpty()) {
            return -1;
        }
        for (int i = 0; i < credentials.length; i++) {
            credentials[i].result = answers.get().get(i);
        }
        return 0;
    }

    private static dev.jvirt.api.Credential question(Credential credential) {
        return new dev.jvirt.api.Credential(
                dev.jvirt.api.CredentialType.of(credential.type.mapToInt()),
                credential.prompt,
                Optional.ofNullable(credential.challenge),
                Optional.ofNullable(credential.defresult));
    }
}
