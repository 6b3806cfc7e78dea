package dev.jvirt.daemon.admin;

import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.server.SessionFactory;
import java.lang.System.Logger.Level;

/// Makes the sessions of the administration server.
///
/// @param owner the user who runs the daemon: nobody else gets in
public record AdminService(ManagedDaemon daemon, int owner) implements SessionFactory {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.admin");

    @Override
    public ClientSession open(ServerConnection connection) {
        // Only unix sockets lead here.
        var peer = connection.peer().orElseThrow();
        if (peer.uid() != owner) {
            LOG.log(Level.ERROR, "Disallowing client {0} with uid {1}", peer.pid(), peer.uid());
            connection.close();
        }
        return new AdminSession(daemon);
    }
}
