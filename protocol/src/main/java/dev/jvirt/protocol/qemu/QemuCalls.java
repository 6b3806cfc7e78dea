package dev.jvirt.protocol.qemu;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import java.util.Optional;

/// What only QEMU can do: its monitor and agent, raw.
@Wire(Program.QEMU)
public interface QemuCalls {
    /// virDomainQemuMonitorCommand
    @Procedure(number = 1, acl = "domain:write")
    record DomainMonitorCommand(RemoteDomain domain, String cmd, int flags) {
        public record Reply(String result) {}
    }

    /// virDomainQemuMonitorCommandWithFiles
    @Procedure(number = 7, acl = "domain:write", descriptors = "both:n")
    record DomainMonitorCommandWithFiles(RemoteDomain domain, String cmd, int flags) {
        public record Reply(String result) {}
    }

    /// virDomainQemuAttach
    @Procedure(
            number = 2,
            acl = {"domain:start", "domain:write"})
    record DomainAttach(int pidValue, int flags) {
        public record Reply(RemoteDomain domain) {}
    }

    /// virDomainQemuAgentCommand
    @Procedure(number = 3, acl = "domain:write")
    record DomainAgentCommand(RemoteDomain domain, String cmd, int timeout, int flags) {
        public record Reply(Optional<String> result) {}
    }
}
