package dev.jvirt.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.Feature;
import java.util.Optional;

/// How a client introduces itself, in the order that every daemon knows. After [Authentication] has
/// said who it is: what do I want, what can you do.
///
/// @param uri what the daemon chose to open; empty text if it was told
/// @param eventCallbacks whether it filters events by domain and names each registration
/// @param closeCallbacks whether it can tell that its own connection has ended
record Handshake(String uri, boolean eventCallbacks, boolean closeCallbacks) {

    /// Opens the connection and asks for features. The client has authenticated.
    ///
    /// @param probing whether the daemon chooses what to open, and has to be asked what that is
    static Handshake perform(
            RemoteCaller caller, RemoteTarget target, OpenFlags flags, boolean probing) {
        var connect = new ConnectCallsClient(caller);
        connect.connectOpen(new ConnectOpen(Optional.of(target.name()), flags.bits()));
        String uri = probing ? connect.connectGetUri().uri() : "";
        return new Handshake(
                uri,
                supports(connect, Feature.REMOTE_EVENT_CALLBACK),
                supports(connect, Feature.REMOTE_CLOSE_CALLBACK));
    }

    /// Whether the daemon has a feature; one that cannot even tell does not.
    static boolean supports(ConnectCallsClient connect, int feature) {
        try {
            return connect.connectSupportsFeature(new ConnectSupportsFeature(feature)).supported()
                    != 0;
        } catch (LibvirtException e) {
            return false;
        }
    }
}
