package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.polkit.PolkitLogin;
import dev.jvirt.daemon.sasl.SaslAnswer;
import dev.jvirt.daemon.sasl.SaslSession;
import dev.jvirt.protocol.remote.AuthCalls.AuthList;
import dev.jvirt.protocol.remote.AuthCalls.AuthPolkit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslInit;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStart;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStep;
import dev.jvirt.protocol.remote.AuthCallsHandler;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.rpc.sasl.SaslByteLayer;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.ServerConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
        return new AuthSaslInit.Reply(sasl().begin());
    }

    @Override
    public AuthSaslStart.Reply authSaslStart(AuthSaslStart message) {
        SaslSession login = sasl();
        Optional<byte[]> data = data(message.nil(), message.data());
        SaslAnswer answer = attempt(login, () -> login.start(message.mech(), data));
        return new AuthSaslStart.Reply(complete(answer), nil(answer), data(answer));
    }

    @Override
    public AuthSaslStep.Reply authSaslStep(AuthSaslStep message) {
        SaslSession login = sasl();
        Optional<byte[]> data = data(message.nil(), message.data());
        SaslAnswer answer = attempt(login, () -> login.step(data));
        return new AuthSaslStep.Reply(complete(answer), nil(answer), data(answer));
    }

    private SaslSession sasl() {
        return session.sasl().orElseThrow(AuthProgram::refused);
    }

    private SaslAnswer attempt(SaslSession login, Supplier<SaslAnswer> attempt) {
        try {
            SaslAnswer answer = attempt.get();
            answer.user().ifPresent(user -> accept(user, answer));
            return answer;
        } catch (LibvirtException e) {
            if (login.isHopeless()) {
                call.closeAfterReply();
            }
            throw e;
        }
    }

    private void accept(String user, SaslAnswer answer) {
        session.access().identify(session.access().client().withSaslUserName(user));
        call.connection().loggedIn(user);
        if (answer.layer().isPresent()) {
            call.layerAfterReply(new SaslByteLayer(answer.layer().get()));
        } else {
            call.connection().authenticated();
        }
    }

    private static int complete(SaslAnswer answer) {
        return answer.isComplete() ? 1 : 0;
    }

    private static int nil(SaslAnswer answer) {
        return answer.data().isPresent() ? 0 : 1;
    }

    private static Opaque data(SaslAnswer answer) {
        return new Opaque(answer.data().orElse(new byte[0]));
    }

    private static Optional<byte[]> data(int nil, Opaque data) {
        return nil != 0 ? Optional.empty() : Optional.of(data.bytes());
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
