package dev.jvirt.daemon.admin;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.server.NetworkEnds;
import dev.jvirt.rpc.server.ServerConnection;

/// What an administrator is told of a client (`virAdmClientGetInfo`).
final class ClientInfo {
    private static final int UNIX = 0;
    private static final int TCP = 1;
    private static final int TLS = 2;

    private ClientInfo() {}

    static Parameters of(ServerConnection connection) {
        var info = new Parameters().truth("readonly", connection.readOnly());
        connection.loginName().ifPresent(name -> info.text("sasl_user_name", name));
        connection
                .network()
                .ifPresent(ends -> info.text("sock_addr", NetworkEnds.text(ends.remote())));
        connection.peer().ifPresent(peer -> put(info, peer));
        connection
                .tls()
                .flatMap(TlsPeer::distinguishedName)
                .ifPresent(name -> info.text("tls_x509_dname", name));
        return info;
    }

    private static void put(Parameters info, PeerCredentials peer) {
        info.signed("unix_user_id", peer.uid());
        info.signed("unix_group_id", peer.gid());
        info.signed("unix_process_id", peer.pid());
    }

    /// How it came (`virClientTransport`).
    static int transport(ServerConnection connection) {
        if (connection.tls().isPresent()) {
            return TLS;
        }
        return connection.network().isPresent() ? TCP : UNIX;
    }
}
