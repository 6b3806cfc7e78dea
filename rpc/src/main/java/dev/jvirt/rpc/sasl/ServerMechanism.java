package dev.jvirt.rpc.sasl;

import java.util.Optional;

/// The server's end of one negotiation. Used by one thread at a time.
public interface ServerMechanism {
    /// Answers the client.
    ///
    /// @param response empty if it sent no data
    /// @throws SaslFailure if it is not who it says it is
    Optional<byte[]> step(Optional<byte[]> response);

    /// Whether the client is known now.
    boolean isComplete();

    /// Who the client is, once that is known.
    String user();

    /// What protects all that follows, if that was agreed upon.
    default Optional<SecurityLayer> layer() {
        return Optional.empty();
    }
}
