package dev.jvirt.api;

import java.util.Optional;

/// One thing that a server asks of the user (`virConnectCredential`).
///
/// @param type what is asked
/// @param prompt the words to show
/// @param challenge what the server wants answered, for mechanisms that have one
/// @param defaultResult what an empty answer means
public record Credential(
        CredentialType type,
        String prompt,
        Optional<String> challenge,
        Optional<String> defaultResult) {}
