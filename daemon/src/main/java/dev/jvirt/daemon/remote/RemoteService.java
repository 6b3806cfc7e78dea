package dev.jvirt.daemon.remote;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.server.SessionFactory;

/// Makes the sessions of the server that applications use.
///
/// @param drivers that clients may open connections with
public record RemoteService(DriverTable drivers) implements SessionFactory {

    @Override
    public ClientSession open(ServerConnection connection) {
        return new RemoteSession(connection, drivers);
    }
}
