package dev.jvirt.rpc.server;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.time.Instant;
import java.util.Optional;

/// One client of a server. All methods may be called from any thread, also after the connection is
/// gone: then they do nothing.
public interface ServerConnection extends EventTarget {
    /// Unique within its server, counted from 1.
    long id();

    /// Which process connected; empty if it came over a network.
    Optional<PeerCredentials> peer();

    /// The ends of the connection, if it came over a network.
    Optional<NetworkEnds> network();

    /// Who it is, if it came through TLS.
    Optional<TlsPeer> tls();

    /// Whether nobody on the way can read or change the data.
    boolean isSecure();

    /// When it was accepted.
    Instant connectedAt();

    /// Whether it came through a socket that only lets look.
    boolean readOnly();

    /// How clients of its socket authenticate.
    AuthType authType();

    /// Whether it may call what needs authentication. On a socket without authentication that is so
    /// from the start.
    boolean isAuthenticated();

    /// Declares the client authenticated.
    void authenticated();

    /// Notes the name that the client has logged in with.
    default void loggedIn(String name) {}

    /// The name that the client has logged in with, if it had to.
    default Optional<String> loginName() {
        return Optional.empty();
    }

    /// Starts pinging the client as the server's limits say.
    void startKeepAlive();

    /// Sends an event.
    ///
    /// A client that leaves more than [ServerLimits#maxEventBytes] unread is closed. An event that
    /// cannot be encoded is lost.
    @Override
    <T> void sendEvent(int program, int version, int procedure, XdrCodec<T> codec, T event);

    /// Sends an event that other clients get, too.
    void sendEvent(EncodedEvent event);

    /// Whether the client is still there.
    boolean isOpen();

    /// Closes the connection at once, without waiting for anything.
    void close();
}
