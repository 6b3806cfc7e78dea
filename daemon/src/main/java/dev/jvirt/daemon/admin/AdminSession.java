package dev.jvirt.daemon.admin;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.bridge.Errors;
import dev.jvirt.daemon.log.ErrorLog;
import dev.jvirt.protocol.admin.AdminCallsDispatch;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import org.jspecify.annotations.Nullable;

/// One administrator's connection. It keeps nothing: every call names what it is about.
record AdminSession(ManagedDaemon daemon) implements ClientSession, ProgramHandler {
    private static final ErrorLog ERRORS = new ErrorLog("dev.jvirt.daemon.admin");

    @Override
    public @Nullable ProgramHandler program(int number, int version) {
        boolean ours = number == Program.ADMIN.number() && version == Program.ADMIN.version();
        return ours ? this : null;
    }

    @Override
    public @Nullable Procedure procedure(int number) {
        return AdminCallsDispatch.procedure(number);
    }

    @Override
    public void dispatch(Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
        try {
            AdminCallsDispatch.dispatch(
                    new AdminProgram(daemon, call), procedure.number(), args, reply);
        } catch (LibvirtException e) {
            ERRORS.log(e);
            throw Errors.remote(e);
        }
    }

    @Override
    public void close() {}
}
