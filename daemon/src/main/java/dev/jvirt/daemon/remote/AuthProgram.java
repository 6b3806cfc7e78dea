package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.remote.AuthCalls.AuthList;
import dev.jvirt.protocol.remote.AuthCalls.AuthPolkit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslInit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStart;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStep;
import dev.jvirt.protocol.remote.AuthCallsHandler;
import dev.jvirt.rpc.server.IncomingCall;
import java.util.List;

/// Who the client is. No socket of this daemon asks, so every login is out of place.
record AuthProgram(IncomingCall call) implements AuthCallsHandler {

    @Override
    public AuthList.Reply authList() {
        return new AuthList.Reply(List.of(call.connection().authType().number()));
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
        throw WireErrors.unexplained();
    }

    private static LibvirtException refused() {
        return new LibvirtException(
                ErrorDomain.RPC, ErrorCode.AUTH_FAILED, "authentication failed");
    }
}
