package dev.jvirt.remote;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import java.io.IOException;
import java.util.Optional;

/// What a URI says about a login by ssh inside this process.
///
/// @param library `libssh` or `libssh2`: whose words and habits the user expects
/// @param server where to go
/// @param login how to get in there
/// @param command what to run there
/// @param authenticator who is asked for what the URI does not say
public record SshRequest(
        String library, Server server, Login login, String command, Authenticator authenticator) {

    /// A server.
    ///
    /// @param user empty: the one who runs this process
    public record Server(String host, int port, Optional<String> user) {
        /// The error for the user when connecting there has failed.
        public LibvirtException unreachable(IOException why) {
            return TcpRoute.unreachable(host, port, why);
        }
    }

    /// How to get in, as the URI says it; what it leaves out has a default.
    ///
    /// @param methods `sshauth`: what to try, in this order, with commas between
    /// @param keyFile `keyfile`: the file of the private key
    /// @param knownHosts `known_hosts`: the file of the keys of hosts
    /// @param verification `known_hosts_verify`: what happens to keys that are not in there
    /// @param authFile `authfile`: the file that may have the password
    public record Login(
            Optional<String> methods,
            Optional<String> keyFile,
            Optional<String> knownHosts,
            Optional<String> verification,
            Optional<String> authFile) {}

    private static final int SSH_PORT = 22;

    static SshRequest of(RemoteTarget target, OpenFlags flags, Authenticator authenticator) {
        TcpRoute.checkPort(target.host(), target.port().orElse(SSH_PORT));
        return new SshRequest(
                target.transport(),
                new Server(
                        target.host(),
                        target.port().orElse(SSH_PORT),
                        target.uri().flatMap(ConnectUri::user)),
                new Login(
                        target.parameter("sshauth"),
                        target.parameter("keyfile"),
                        target.parameter("known_hosts"),
                        target.parameter("known_hosts_verify"),
                        target.parameter("authfile")),
                FarCommand.of(target, flags).text(),
                authenticator);
    }
}
