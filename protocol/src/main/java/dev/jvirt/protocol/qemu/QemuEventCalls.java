package dev.jvirt.protocol.qemu;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.Optional;

/// Subscribing to what QEMU reports on its monitors.
@Wire(Program.QEMU)
public interface QemuEventCalls {
    /// virConnectDomainQemuMonitorEventRegister
    @Procedure(
            number = 4,
            acl = {"connect:search_domains", "connect:write"},
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainMonitorEventRegister(
            Optional<RemoteDomain> domain, Optional<String> event, int flags) {
        public record Reply(int callbackId) {}
    }

    /// virConnectDomainQemuMonitorEventDeregister
    @Procedure(
            number = 5,
            acl = "connect:write",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainMonitorEventDeregister(int callbackId) {}
}
