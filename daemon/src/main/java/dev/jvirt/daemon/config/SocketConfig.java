package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.Optional;

/// The unix sockets: where they are, who may open them.
///
/// @param directory in place of the usual one
/// @param group that owns them, by name or number; otherwise the daemon's
/// @param readWriteMode permissions of the socket for everything
/// @param readOnlyMode permissions of the socket for harmless calls
/// @param adminMode permissions of the socket for administration
/// @param readWriteAuth how clients of the first authenticate
/// @param readOnlyAuth how clients of the second authenticate
public record SocketConfig(
        Optional<String> directory,
        Optional<String> group,
        int readWriteMode,
        int readOnlyMode,
        int adminMode,
        AuthScheme readWriteAuth,
        AuthScheme readOnlyAuth) {
    private static final int OWNER_ONLY = 0700;
    private static final int EVERYBODY = 0777;

    static SocketConfig read(ConfigReader reader, AuthScheme usual) {
        AuthScheme auth = AuthScheme.read(reader, "auth_unix_rw", usual);
        // Where polkit asks every client who it is, everybody may connect.
        int readWrite = auth == AuthScheme.POLKIT ? EVERYBODY : OWNER_ONLY;
        return new SocketConfig(
                reader.text("unix_sock_dir"),
                reader.text("unix_sock_group"),
                mode(reader, "unix_sock_rw_perms", readWrite),
                mode(reader, "unix_sock_ro_perms", EVERYBODY),
                mode(reader, "unix_sock_admin_perms", OWNER_ONLY),
                auth,
                AuthScheme.read(reader, "auth_unix_ro", usual));
    }

    private static int mode(ConfigReader reader, String key, int otherwise) {
        var text = reader.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int mode = Integer.parseInt(text.get(), 8);
            if (mode >= 0 && mode <= EVERYBODY) {
                return mode;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw reader.refuse(key, "%s: Failed to parse mode '%s'".formatted(key, text.get()));
    }
}
