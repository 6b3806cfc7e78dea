package dev.jvirt.rpc.sasl;

import java.util.List;

/// Knows who the user is, or asks.
@FunctionalInterface
public interface CredentialSource {
    /// The user's credentials.
    ///
    /// @param realms among which the user has to choose; fewer than two leave no choice
    Credentials credentials(List<String> realms);
}
