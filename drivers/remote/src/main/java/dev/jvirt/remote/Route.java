package dev.jvirt.remote;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.flight.record.ClientRecorder;
import dev.jvirt.rpc.client.LayeredTransport;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;

/// How a client gets to a daemon.
sealed interface Route permits DaemonSocket, LibraryRoute, ProgramRoute, TcpRoute, TlsRoute {

    /// Finds the one that a URI asks for.
    ///
    /// @param authenticator who is asked when a way has questions of its own
    /// @throws LibvirtException if what the URI says about it makes no sense
    static Route of(RemoteTarget target, OpenFlags flags, Authenticator authenticator) {
        return switch (target.transport()) {
            case RemoteTarget.UNIX -> DaemonSocket.find(target, flags);
            case "tls" -> TlsRoute.of(target);
            case "tcp" -> TcpRoute.of(target);
            case "ssh" -> new ProgramRoute(SshCommand.of(target, flags).words());
            case "libssh", "libssh2" ->
                    new LibraryRoute(SshRequest.of(target, flags, authenticator));
            case "ext" -> ProgramRoute.external(target);
            default -> throw LibraryRoute.notEnabled(target.transport());
        };
    }

    /// Goes there.
    ///
    /// @throws LibvirtException SYSTEM_ERROR with the reason
    Transport connect();

    /// Goes there, and has the connection recorded if the user wants it.
    ///
    /// @throws LibvirtException also if it cannot be recorded
    default Transport open() {
        Transport connected = connect();
        // Where others may listen a login may bring a layer that keeps them out.
        Transport transport = connected.isSecure() ? connected : new LayeredTransport(connected);
        try {
            return ClientRecorder.record(transport, this::toString);
        } catch (IOException e) {
            transport.close();
            throw new LibvirtException(
                    ErrorDomain.RPC, ErrorCode.CONFIG_UNSUPPORTED, String.valueOf(e.getMessage()));
        }
    }
}
