package dev.jvirt.daemon.admin;

import dev.jvirt.rpc.server.ServerConnection;

/// What an administrator is told of a client (`virAdmClientGetInfo`).
final class ClientInfo {
    private ClientInfo() {}

    static Parameters of(ServerConnection connection) {
        var peer = connection.peer();
        var info = new Parameters().truth("readonly", connection.readOnly());
        info.signed("unix_user_id", peer.uid());
        info.signed("unix_group_id", peer.gid());
        return info.signed("unix_process_id", peer.pid());
    }
}
