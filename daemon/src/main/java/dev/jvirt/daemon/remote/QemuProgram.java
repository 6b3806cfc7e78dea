package dev.jvirt.daemon.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.QemuDomain;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.qemu.QemuCalls.DomainAgentCommand;
import dev.jvirt.protocol.qemu.QemuCalls.DomainAttach;
import dev.jvirt.protocol.qemu.QemuCalls.DomainMonitorCommand;
import dev.jvirt.protocol.qemu.QemuCalls.DomainMonitorCommandWithFiles;
import dev.jvirt.protocol.qemu.QemuCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.rpc.server.IncomingCall;

/// What only QEMU can do with domains.
record QemuProgram(RemoteSession session, IncomingCall call) implements QemuCallsHandler {

    private QemuDomain qemu(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).qemu();
    }

    @Override
    public DomainMonitorCommand.Reply domainMonitorCommand(DomainMonitorCommand message) {
        return new DomainMonitorCommand.Reply(
                qemu(message.domain()).monitorCommand(message.cmd(), new Flags<>(message.flags())));
    }

    @Override
    public DomainMonitorCommandWithFiles.Reply domainMonitorCommandWithFiles(
            DomainMonitorCommandWithFiles message) {
        var answer =
                qemu(message.domain())
                        .monitorCommandWithFiles(
                                message.cmd(), PassedFiles.of(call), new Flags<>(message.flags()));
        PassedFiles.reply(call, answer.files());
        return new DomainMonitorCommandWithFiles.Reply(answer.result());
    }

    @Override
    public DomainAttach.Reply domainAttach(DomainAttach message) {
        var domain = QemuDomain.attach(session.connection(), message.pidValue(), message.flags());
        return new DomainAttach.Reply(Identities.remote(domain.identity()));
    }

    @Override
    public DomainAgentCommand.Reply domainAgentCommand(DomainAgentCommand message) {
        return new DomainAgentCommand.Reply(
                qemu(message.domain())
                        .agentCommand(message.cmd(), message.timeout(), message.flags()));
    }
}
