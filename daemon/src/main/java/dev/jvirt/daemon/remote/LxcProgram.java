package dev.jvirt.daemon.remote;

import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.lxc.LxcCalls.DomainOpenNamespace;
import dev.jvirt.protocol.lxc.LxcCallsHandler;
import dev.jvirt.rpc.server.IncomingCall;

/// What only containers can do.
record LxcProgram(RemoteSession session, IncomingCall call) implements LxcCallsHandler {
    @Override
    public void domainOpenNamespace(DomainOpenNamespace message) {
        var domain = session.connection().domain(Identities.local(message.domain()));
        PassedFiles.reply(call, domain.lxc().openNamespaces(message.flags()));
    }
}
