package dev.jvirt.remote;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.config.AuthFile;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.protocol.remote.AuthCallsClient;
import dev.jvirt.protocol.remote.AuthType;
import dev.jvirt.remote.login.SaslLogin;
import dev.jvirt.remote.login.SaslPeer;
import dev.jvirt.remote.login.UserCredentials;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.sasl.SaslByteLayer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a client says who it is, if the daemon asks.
///
/// @param authenticator knows the user
record Authentication(RpcClient client, RemoteTarget target, Authenticator authenticator) {

    /// Authenticates as the daemon or the URI wants it.
    ///
    /// @throws LibvirtException if that is refused, or cannot be done
    void perform(RemoteCaller caller) {
        var auth = new AuthCallsClient(caller);
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
        Optional<String> wanted = target.parameter("auth");
        int type = wanted.isPresent() ? insist(wanted.get(), offered) : offered.getFirst();
        switch (type) {
            case AuthType.NONE -> {}
            case AuthType.POLKIT -> auth.authPolkit();
            case AuthType.SASL -> logIn(auth, wanted);
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

    private void logIn(AuthCallsClient auth, Optional<String> wanted) {
        var peer =
                new SaslPeer(
                        target.host(),
                        client.transport().isSecure(),
                        target.uri().flatMap(ConnectUri::user),
                        SaslPeer.mechanism(wanted));
        var file = AuthFile.find(target.parameter("authfile"));
        var user = new UserCredentials(peer, file, authenticator);
        new SaslLogin(auth, peer, user)
                .perform()
                .ifPresent(layer -> client.install(new SaslByteLayer(layer)));
    }

    private static LibvirtException failed(String detail) {
        return new LibvirtException(ErrorDomain.REMOTE, ErrorCode.AUTH_FAILED, detail);
    }
}
