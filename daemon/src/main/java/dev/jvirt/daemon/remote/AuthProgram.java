package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.polkit.PolkitLogin;
import dev.jvirt.protocol.remote.AuthCalls.AuthList;
import dev.jvirt.protocol.remote.AuthCalls.AuthPolkit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslInit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStart;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStep;
import dev.jvirt.protocol.remote.AuthCallsHandler;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.ServerConnection;
import java.util.List;
import java.util.Optional;

/// Who the client is. A login that the client's socket does not ask for is out of place.
record AuthProgram(RemoteSession session, IncomingCall call) implements AuthCallsHandler {

    @Override
    public AuthList.Reply authList() {
        ServerConnection client = call.connection();
        AuthType type = client.authType();
        if (type == AuthType.POLKIT && client.peer().filter(p -> p.uid() == 0).isPresent()) {
            // polkit would let it in: libvirt does not even ask.
            client.authenticated();
            type = AuthType.NONE;
        }
        return new AuthList.Reply(List.of(type.number()));
    }

    @Override
    public AuthSaslInit.Reply authSaslInit() {
        throw refused();
    }

    @Override
    public AuthSaslStart.Reply authSaslStart(AuthSaslStart message) {
        throw refused();
    }

    @Override
    public AuthSaslStep.Reply authSaslStep(AuthSaslStep message) {
        throw refused();
    }

    @Override
    public AuthPolkit.Reply authPolkit() {
        ServerConnection client = call.connection();
        Optional<PolkitLogin> login = session.logins().polkit();
        if (client.authType() != AuthType.POLKIT || client.isAuthenticated() || login.isEmpty()) {
            throw WireErrors.unexplained();
        }
        login.get().require(session.access().client(), client.readOnly());
        client.authenticated();
        return new AuthPolkit.Reply(1);
    }

    private static LibvirtException refused() {
        return new LibvirtException(
                ErrorDomain.RPC, ErrorCode.AUTH_FAILED, "authentication failed");
    }
}
