package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.remote.AuthCallsClient;
import dev.jvirt.protocol.remote.AuthType;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a client introduces itself, in the order that every daemon knows: who am I, what do I want,
/// what can you do.
///
/// @param uri what the daemon chose to open; empty text if it was told
/// @param eventCallbacks whether it filters events by domain and names each registration
/// @param closeCallbacks whether it can tell that its own connection has ended
record Handshake(String uri, boolean eventCallbacks, boolean closeCallbacks) {

    /// Authenticates, opens the connection and asks for features.
    ///
    /// @param probing whether the daemon chooses what to open, and has to be asked what that is
    static Handshake perform(
            RemoteCaller caller, RemoteTarget target, OpenFlags flags, boolean probing) {
        authenticate(new AuthCallsClient(caller), target.parameter("auth"));
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

    private static void authenticate(AuthCallsClient auth, Optional<String> wanted) {
        List<Integer> offered;
        try {
            offered = auth.authList().types();
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return; // older than authentication itself
            }
            throw e;
        }
        if (offered.isEmpty()) {
            return;
        }
        int type = wanted.isPresent() ? insist(wanted.get(), offered) : offered.getFirst();
        switch (type) {
            case AuthType.NONE -> {}
            case AuthType.POLKIT -> auth.authPolkit();
            case AuthType.SASL ->
                    throw new LibvirtException(
                            ErrorDomain.REMOTE,
                            ErrorCode.AUTH_UNAVAILABLE,
                            "the server requires SASL, which this client cannot do yet");
            default -> throw failed("unsupported authentication type " + type);
        }
    }

    private static int insist(String wanted, List<Integer> offered) {
        String name = wanted.toLowerCase(Locale.ROOT);
        int type;
        if (name.equals("sasl") || name.startsWith("sasl.")) {
            type = AuthType.SASL;
        } else if (name.equals("polkit")) {
            type = AuthType.POLKIT;
        } else {
            throw failed("unknown authentication type " + wanted);
        }
        if (!offered.contains(type)) {
            throw failed("requested authentication type %s rejected".formatted(wanted));
        }
        return type;
    }

    private static LibvirtException failed(String detail) {
        return new LibvirtException(ErrorDomain.REMOTE, ErrorCode.AUTH_FAILED, detail);
    }
}
