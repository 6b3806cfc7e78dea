package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Chars;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Secret;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.List;

/// Who the client is: the only calls that are answered before that is known.
@Wire(Program.REMOTE)
public interface AuthCalls {
    /// The kinds of authentication that the server wants, see [AuthType]. The call makes a root
    /// peer of a polkit socket known.
    @Procedure(number = 66, priority = Priority.HIGH, runs = Execution.ON_READER, exempt = true)
    record AuthList() {
        public record Reply(@Max(20) List<Integer> types) {}
    }

    /// The SASL mechanisms that the server offers, separated by commas.
    @Procedure(number = 67, priority = Priority.HIGH, exempt = true)
    record AuthSaslInit() {
        public record Reply(String mechlist) {}
    }

    /// Begins a SASL exchange. `nil` is 1 if there are no data, which is not the same as empty
    /// data.
    @Procedure(number = 68, priority = Priority.HIGH, exempt = true)
    record AuthSaslStart(String mech, int nil, @Secret @Chars @Max(65536) Opaque data) {
        public record Reply(int complete, int nil, @Secret @Chars @Max(65536) Opaque data) {}
    }

    /// Goes on with a SASL exchange until both sides are complete.
    @Procedure(number = 69, priority = Priority.HIGH, exempt = true)
    record AuthSaslStep(int nil, @Secret @Chars @Max(65536) Opaque data) {
        public record Reply(int complete, int nil, @Secret @Chars @Max(65536) Opaque data) {}
    }

    /// Has polkit decide by the credentials of the peer's process.
    @Procedure(number = 70, priority = Priority.HIGH, exempt = true)
    record AuthPolkit() {
        public record Reply(int complete) {}
    }
}
