package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Chars;
import dev.jvirt.protocol.wire.Fixed;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;

/// The host of the hypervisor.
@Wire(Program.REMOTE)
public interface NodeCalls {
    /// virNodeGetInfo
    @Procedure(
            number = 6,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NodeGetInfo() {
        public record Reply(
                @Chars @Fixed(32) Opaque model,
                long memory,
                int cpus,
                int mhz,
                int nodes,
                int sockets,
                int cores,
                int threads) {}
    }

    /// virNodeGetFreeMemory
    @Procedure(
            number = 102,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NodeGetFreeMemory() {
        public record Reply(long freeMem) {}
    }

    /// virNodeGetSecurityModel
    @Procedure(
            number = 122,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record NodeGetSecurityModel() {
        public record Reply(@Chars @Max(257) Opaque model, @Chars @Max(257) Opaque doi) {}
    }
}
