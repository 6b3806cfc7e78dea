package dev.jvirt.daemon.remote;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.server.SessionFactory;

/// Makes the sessions of the server that applications use.
///
/// @param drivers that clients may open connections with
/// @param policy what clients may do
/// @param logins how they come in
public record RemoteService(DriverTable drivers, AccessPolicy policy, Logins logins)
        implements SessionFactory {

    /// Sessions that may do everything.
    public RemoteService(DriverTable drivers) {
        this(drivers, AccessPolicy.ALLOW_ALL);
    }

    /// Sessions of clients that nobody asks who they are.
    public RemoteService(DriverTable drivers, AccessPolicy policy) {
        this(drivers, policy, Logins.NONE);
    }

    @Override
    public ClientSession open(ServerConnection connection) {
        return new RemoteSession(connection, this);
    }
}
