package dev.jvirt.rpc.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/// A TCP port to listen on, at one address of this host. An address of IPv6 stands for that family
/// alone, also the one that means all.
///
/// @param address of this host; port 0: any that is free
/// @param auth how its clients authenticate
/// @param welcome what they go through before
public record TcpPort(InetSocketAddress address, AuthType auth, Optional<Welcome> welcome)
        implements ListeningSocket {
    /// One that clients come in by just so.
    public TcpPort(InetSocketAddress address, AuthType auth) {
        this(address, auth, Optional.empty());
    }

    @Override
    public boolean readOnly() {
        return false;
    }
}
