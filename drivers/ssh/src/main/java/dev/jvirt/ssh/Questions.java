package dev.jvirt.ssh;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import java.util.List;
import java.util.Optional;

/// What the user is asked, by whatever kind of question the application can ask.
record Questions(Desk desk, Authenticator authenticator) {

    /// Whether anything can be asked.
    boolean nobody() {
        return authenticator.supported().isEmpty();
    }

    /// The first of these kinds of question that the application can ask.
    Optional<CredentialType> kind(List<CredentialType> wanted) {
        for (CredentialType type : wanted) {
            if (authenticator.supported().contains(type)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// Asks one thing; empty if the user will not answer.
    Optional<String> ask(CredentialType kind, String prompt, Optional<String> challenge) {
        var question = new Credential(kind, prompt, challenge, Optional.empty());
        return desk.ask(() -> authenticator.answer(List.of(question)))
                .filter(answers -> !answers.isEmpty())
                .map(List::getFirst);
    }
}
