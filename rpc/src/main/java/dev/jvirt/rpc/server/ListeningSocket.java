package dev.jvirt.rpc.server;

/// A socket to listen on.
public sealed interface ListeningSocket permits TcpPort, UnixSocket {
    /// Whether its clients may only look.
    boolean readOnly();

    /// How its clients authenticate.
    AuthType auth();
}
