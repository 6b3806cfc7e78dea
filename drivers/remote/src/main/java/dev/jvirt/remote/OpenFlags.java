package dev.jvirt.remote;

import dev.jvirt.api.config.ConfigFolder;
import dev.jvirt.api.driver.ConnectUri;
import java.util.Optional;

/// How a daemon is to be opened. The bits travel in `connect_open`.
///
/// @param user the daemon of the user's session, not the system's
/// @param autostart whether that daemon is started if it does not run
record OpenFlags(boolean readOnly, boolean user, boolean autostart) {
    private static final int READ_ONLY_BIT = 1;
    private static final int USER_BIT = 1 << 1;
    private static final int AUTOSTART_BIT = 1 << 2;

    /// Root has no session daemon: its URIs all lead to the system's.
    static OpenFlags of(Optional<ConnectUri> uri, RemoteTarget target, boolean readOnly) {
        boolean session = uri.isEmpty() || isSession(uri.get());
        if (!session || ConfigFolder.isRoots()) {
            return new OpenFlags(readOnly, false, false);
        }
        boolean local =
                target.transport().equals(RemoteTarget.UNIX)
                        && (uri.isEmpty() || uri.get().host().isEmpty());
        boolean allowed = !"0".equals(System.getenv("LIBVIRT_AUTOSTART"));
        return new OpenFlags(readOnly, true, local && allowed);
    }

    int bits() {
        return (readOnly ? READ_ONLY_BIT : 0)
                | (user ? USER_BIT : 0)
                | (autostart ? AUTOSTART_BIT : 0);
    }

    private static boolean isSession(ConnectUri uri) {
        return uri.path().equals("/session") || uri.scheme().startsWith("test+");
    }
}
