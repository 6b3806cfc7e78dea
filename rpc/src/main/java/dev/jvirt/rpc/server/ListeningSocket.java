package dev.jvirt.rpc.server;

import java.util.Optional;

/// A socket to listen on.
public sealed interface ListeningSocket permits TcpPort, UnixSocket {
    /// Whether its clients may only look.
    boolean readOnly();

    /// How its clients authenticate.
    AuthType auth();

    /// What its clients go through before.
    default Optional<Welcome> welcome() {
        return Optional.empty();
    }
}
