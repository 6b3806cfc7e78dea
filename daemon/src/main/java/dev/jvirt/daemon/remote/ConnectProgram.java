package dev.jvirt.daemon.remote;

import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetCapabilities;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetHostname;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetLibVersion;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetMaxVcpus;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetSysinfo;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetType;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetUri;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetVersion;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectIsSecure;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectCallsHandler;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.rpc.server.IncomingCall;

/// The connection itself.
record ConnectProgram(RemoteSession session, IncomingCall call) implements ConnectCallsHandler {

    @Override
    public void connectOpen(ConnectOpen message) {
        session.open(message.name(), message.flags());
    }

    @Override
    public void connectClose() {
        call.closeAfterReply();
    }

    @Override
    public ConnectGetType.Reply connectGetType() {
        return new ConnectGetType.Reply(session.connection().type());
    }

    @Override
    public ConnectGetVersion.Reply connectGetVersion() {
        return new ConnectGetVersion.Reply(session.connection().version());
    }

    @Override
    public ConnectGetLibVersion.Reply connectGetLibVersion() {
        return new ConnectGetLibVersion.Reply(session.connection().libraryVersion());
    }

    @Override
    public ConnectGetHostname.Reply connectGetHostname() {
        return new ConnectGetHostname.Reply(session.connection().hostname());
    }

    @Override
    public ConnectGetUri.Reply connectGetUri() {
        return new ConnectGetUri.Reply(session.connection().uri());
    }

    @Override
    public ConnectGetCapabilities.Reply connectGetCapabilities() {
        return new ConnectGetCapabilities.Reply(session.connection().capabilities());
    }

    @Override
    public ConnectGetMaxVcpus.Reply connectGetMaxVcpus(ConnectGetMaxVcpus message) {
        return new ConnectGetMaxVcpus.Reply(session.connection().maxVcpus(message.type()));
    }

    @Override
    public ConnectIsSecure.Reply connectIsSecure() {
        return new ConnectIsSecure.Reply(session.connection().isSecure() ? 1 : 0);
    }

    @Override
    public ConnectSupportsFeature.Reply connectSupportsFeature(ConnectSupportsFeature message) {
        return new ConnectSupportsFeature.Reply(supports(message.feature()) ? 1 : 0);
    }

    private boolean supports(int feature) {
        if (feature == Feature.PROGRAM_KEEPALIVE) {
            // Asked before anything is open; who asks can answer pings, so they begin.
            call.connection().startKeepAlive();
            return true;
        }
        var connection = session.connection();
        return switch (feature) {
            case Feature.FD_PASSING,
                    Feature.REMOTE_EVENT_CALLBACK,
                    Feature.REMOTE_CLOSE_CALLBACK,
                    Feature.TYPED_PARAM_STRING,
                    Feature.NETWORK_UPDATE_HAS_CORRECT_ORDER ->
                    true;
            case Feature.REMOTE -> false;
            default -> connection.supportsFeature(feature);
        };
    }

    @Override
    public ConnectGetSysinfo.Reply connectGetSysinfo(ConnectGetSysinfo message) {
        return new ConnectGetSysinfo.Reply(session.connection().sysinfo(message.flags()));
    }

    @Override
    public void connectRegisterCloseCallback() {
        session.events().end().register(session.connection());
    }

    @Override
    public void connectUnregisterCloseCallback() {
        session.connection();
        session.events().end().close();
    }
}
