package dev.jvirt.daemon.sasl;

import dev.jvirt.rpc.sasl.SecurityLayer;
import java.util.Optional;

/// What the daemon says in a login.
///
/// @param data empty if there are none
/// @param user who the client is, once that is known
/// @param layer what protects all that follows, if that was agreed upon
public record SaslAnswer(
        Optional<byte[]> data, Optional<String> user, Optional<SecurityLayer> layer) {

    /// Whether the client is known now.
    public boolean isComplete() {
        return user.isPresent();
    }
}
