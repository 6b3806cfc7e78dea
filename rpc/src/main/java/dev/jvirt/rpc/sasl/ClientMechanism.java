package dev.jvirt.rpc.sasl;

import java.util.Optional;

/// The client's end of one negotiation. Used by one thread.
public interface ClientMechanism {
    /// What to say before the server has said anything; empty if the server begins, which is not
    /// the same as saying nothing.
    ///
    /// @throws SaslFailure if the user cannot be asked, or will not answer
    Optional<byte[]> start();

    /// Answers the server.
    ///
    /// @param challenge empty if it sent no data
    /// @throws SaslFailure if the server did not prove that it knows the user
    Optional<byte[]> step(Optional<byte[]> challenge);

    /// Whether this end has all it needs.
    boolean isComplete();

    /// What protects all that follows, if that was agreed upon.
    default Optional<SecurityLayer> layer() {
        return Optional.empty();
    }
}
