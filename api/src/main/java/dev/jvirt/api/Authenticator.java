package dev.jvirt.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers a server's questions about who the user is (`virConnectAuth`).
public interface Authenticator {
    /// The kinds of question that it can answer.
    Set<CredentialType> supported();

    /// The answers, one for each question and in the same order; empty if the user will not answer.
    Optional<List<String>> answer(List<Credential> questions);

    /// Answers nothing: only connections that ask nothing can be opened.
    static Authenticator none() {
        return new Authenticator() {
            @Override
            public Set<CredentialType> supported() {
                return Set.of();
            }

            @Override
            public Optional<List<String>> answer(List<Credential> questions) {
                return Optional.empty();
            }
        };
    }

    /// Asks on the terminal (`virConnectAuthPtrDefault`): passwords without echo, the end of input
    /// counts as an empty answer.
    static Authenticator terminal() {
        return new TerminalAuthenticator();
    }
}
