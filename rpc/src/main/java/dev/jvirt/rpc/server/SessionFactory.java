package dev.jvirt.rpc.server;

/// Makes the session of a new connection.
public interface SessionFactory {
    /// Called by a reader loop: it must not wait.
    ClientSession open(ServerConnection connection);
}
