package dev.jvirt.daemon.remote;

import dev.jvirt.protocol.remote.NodeCalls.NodeGetFreeMemory;
import dev.jvirt.protocol.remote.NodeCalls.NodeGetInfo;
import dev.jvirt.protocol.remote.NodeCalls.NodeGetSecurityModel;
import dev.jvirt.protocol.remote.NodeCallsHandler;
import dev.jvirt.protocol.wire.Opaque;

/// The host.
record NodeProgram(RemoteSession session) implements NodeCallsHandler {
    private static final int MODEL_SIZE = 32;

    @Override
    public NodeGetInfo.Reply nodeGetInfo() {
        var info = session.connection().nodeInfo();
        return new NodeGetInfo.Reply(
                Opaque.padded(info.model(), MODEL_SIZE),
                info.memory(),
                info.cpus(),
                info.mhz(),
                info.nodes(),
                info.sockets(),
                info.cores(),
                info.threads());
    }

    @Override
    public NodeGetFreeMemory.Reply nodeGetFreeMemory() {
        return new NodeGetFreeMemory.Reply(session.connection().freeMemory());
    }

    @Override
    public NodeGetSecurityModel.Reply nodeGetSecurityModel() {
        var model = session.connection().securityModel();
        return new NodeGetSecurityModel.Reply(
                Opaque.terminated(model.model()), Opaque.terminated(model.doi()));
    }
}
