package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.QemuMonitorCommandFlag;
import dev.jvirt.api.domain.QemuMonitorReply;
import dev.jvirt.api.driver.QemuSpecificDriver;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.qemu.QemuCalls.DomainAgentCommand;
import dev.jvirt.protocol.qemu.QemuCalls.DomainAttach;
import dev.jvirt.protocol.qemu.QemuCalls.DomainMonitorCommand;
import dev.jvirt.protocol.qemu.QemuCalls.DomainMonitorCommandWithFiles;
import dev.jvirt.protocol.qemu.QemuCallsClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What only QEMU can do, on the far host.
record RemoteQemuSpecificDriver(RemoteSession session, RemoteCaller caller)
        implements QemuSpecificDriver {

    private QemuCallsClient calls() {
        return new QemuCallsClient(caller);
    }

    @Override
    public String monitorCommand(
            DomainId domain, String command, Flags<QemuMonitorCommandFlag> flags) {
        var call = new DomainMonitorCommand(Identities.remote(domain), command, flags.bits());
        return calls().domainMonitorCommand(call).result();
    }

    @Override
    public QemuMonitorReply monitorCommandWithFiles(
            DomainId domain,
            String command,
            List<OpenFile> files,
            Flags<QemuMonitorCommandFlag> flags) {
        var call =
                new DomainMonitorCommandWithFiles(Identities.remote(domain), command, flags.bits());
        try (var passing = caller.passing(files)) {
            String result =
                    new QemuCallsClient(passing).domainMonitorCommandWithFiles(call).result();
            return new QemuMonitorReply(result, passing.take());
        }
    }

    @Override
    public DomainId attach(int pid, int flags) {
        return Identities.local(calls().domainAttach(new DomainAttach(pid, flags)).domain());
    }

    @Override
    public Optional<String> agentCommand(DomainId domain, String command, int timeout, int flags) {
        var call = new DomainAgentCommand(Identities.remote(domain), command, timeout, flags);
        return calls().domainAgentCommand(call).result();
    }

    @Override
    public Subscription subscribe(
            QemuMonitorFilter filter,
            Optional<DomainId> domain,
            Consumer<QemuMonitorEvent> handler) {
        return session.events().monitors().subscribe(filter, domain, handler);
    }
}
