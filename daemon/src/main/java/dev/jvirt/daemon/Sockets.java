package dev.jvirt.daemon;

import dev.jvirt.daemon.config.AuthScheme;
import dev.jvirt.daemon.config.SocketConfig;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.UnixSocket;
import java.nio.file.Path;
import java.util.OptionalInt;

/// The unix sockets by which clients come in.
///
/// @param name of the daemon; theirs begin with it
/// @param folder where they are
/// @param group that owns them; empty: the daemon's
record Sockets(DaemonName name, SocketConfig config, Path folder, OptionalInt group) {

    /// For everything.
    UnixSocket readWrite() {
        return socket("-sock", config.readWriteMode(), false, type(config.readWriteAuth()));
    }

    /// For harmless calls.
    UnixSocket readOnly() {
        return socket("-sock-ro", config.readOnlyMode(), true, type(config.readOnlyAuth()));
    }

    /// For administration.
    UnixSocket admin() {
        return socket("-admin-sock", config.adminMode(), false, AuthType.NONE);
    }

    private UnixSocket socket(String suffix, int mode, boolean readOnly, AuthType auth) {
        Path path = folder.resolve(name.socketPrefix() + suffix);
        return new UnixSocket(path, mode, group, readOnly, auth);
    }

    static AuthType type(AuthScheme scheme) {
        return switch (scheme) {
            case NONE -> AuthType.NONE;
            case SASL -> AuthType.SASL;
            case POLKIT -> AuthType.POLKIT;
        };
    }
}
