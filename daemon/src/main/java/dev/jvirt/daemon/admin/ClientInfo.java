package dev.jvirt.daemon.admin;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.server.NetworkEnds;
import dev.jvirt.rpc.server.ServerConnection;

/// What an administrator is told of a client (`virAdmClientGetInfo`).
final class ClientInfo {
    private static final int UNIX = 0;
    private static final int TCP = 1;

    private ClientInfo() {}

    static Parameters of(ServerConnection connection) {
        var info = new Parameters().truth("readonly", connection.readOnly());
        connection
                .network()
                .ifPresent(ends -> info.text("sock_addr", NetworkEnds.text(ends.remote())));
        connection.peer().ifPresent(peer -> put(info, peer));
        return info;
    }

    private static void put(Parameters info, PeerCredentials peer) {
        info.signed("unix_user_id", peer.uid());
        info.signed("unix_group_id", peer.gid());
        info.signed("unix_process_id", peer.pid());
    }

    /// How it came (`virClientTransport`).
    static int transport(ServerConnection connection) {
        return connection.network().isPresent() ? TCP : UNIX;
    }
}
