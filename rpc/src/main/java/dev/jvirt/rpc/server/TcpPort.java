package dev.jvirt.rpc.server;

import java.net.InetSocketAddress;

/// A TCP port to listen on, at one address of this host. An address of IPv6 stands for that family
/// alone, also the one that means all.
///
/// @param address of this host; port 0: any that is free
/// @param auth how its clients authenticate
public record TcpPort(InetSocketAddress address, AuthType auth) implements ListeningSocket {
    @Override
    public boolean readOnly() {
        return false;
    }
}
