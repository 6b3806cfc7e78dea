package dev.jvirt.daemon.remote;

import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import org.jspecify.annotations.Nullable;

/// A program that the daemon knows and of which it serves no procedure.
final class EmptyProgram implements ProgramHandler {
    static final EmptyProgram INSTANCE = new EmptyProgram();

    private EmptyProgram() {}

    @Override
    public @Nullable Procedure procedure(int number) {
        return null;
    }

    @Override
    public void dispatch(Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
        throw new IllegalArgumentException(procedure.name());
    }
}
