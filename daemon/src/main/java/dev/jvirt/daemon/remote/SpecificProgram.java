package dev.jvirt.daemon.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.bridge.Errors;
import dev.jvirt.daemon.log.ErrorLog;
import dev.jvirt.protocol.lxc.LxcCallsAccess;
import dev.jvirt.protocol.lxc.LxcCallsDispatch;
import dev.jvirt.protocol.qemu.QemuCallsAccess;
import dev.jvirt.protocol.qemu.QemuCallsDispatch;
import dev.jvirt.protocol.qemu.QemuEventCallsAccess;
import dev.jvirt.protocol.qemu.QemuEventCallsDispatch;
import dev.jvirt.protocol.wire.AccessTable;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A program of what only one kind of hypervisor can do.
///
/// @param access what the client may do
/// @param procedures the procedure with a number, null if there is none
/// @param rules the access rules of a procedure
/// @param calls answers them
record SpecificProgram(
        SessionAccess access,
        IntFunction<@Nullable Procedure> procedures,
        IntFunction<AccessTable> rules,
        Calls calls)
        implements ProgramHandler {
    private static final ErrorLog ERRORS = new ErrorLog("dev.jvirt.daemon.remote");

    /// Answers calls.
    interface Calls {
        void answer(IncomingCall call, int number, XdrReader args, XdrWriter reply);
    }

    static ProgramHandler qemu(RemoteSession session) {
        return new SpecificProgram(
                session.access(),
                SpecificProgram::qemuProcedure,
                number ->
                        QemuEventCallsDispatch.procedure(number) == null
                                ? QemuCallsAccess.INSTANCE
                                : QemuEventCallsAccess.INSTANCE,
                (call, number, args, reply) -> {
                    if (QemuEventCallsDispatch.procedure(number) == null) {
                        QemuCallsDispatch.dispatch(
                                new QemuProgram(session, call), number, args, reply);
                    } else {
                        QemuEventCallsDispatch.dispatch(
                                new QemuEventProgram(session), number, args, reply);
                    }
                });
    }

    private static @Nullable Procedure qemuProcedure(int number) {
        Procedure event = QemuEventCallsDispatch.procedure(number);
        return event == null ? QemuCallsDispatch.procedure(number) : event;
    }

    static ProgramHandler lxc(RemoteSession session) {
        return new SpecificProgram(
                session.access(),
                LxcCallsDispatch::procedure,
                _ -> LxcCallsAccess.INSTANCE,
                (call, number, args, reply) ->
                        LxcCallsDispatch.dispatch(
                                new LxcProgram(session, call), number, args, reply));
    }

    @Override
    public @Nullable Procedure procedure(int number) {
        Procedure procedure = procedures.apply(number);
        return procedure == null || access.isUnlimited()
                ? procedure
                : SessionAccess.onThread(procedure);
    }

    @Override
    public void dispatch(Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
        try {
            int number = procedure.number();
            if (access.isUnlimited()) {
                calls.answer(call, number, args, reply);
            } else {
                access.run(
                        procedure,
                        rules.apply(number),
                        args,
                        () -> calls.answer(call, number, args, reply));
            }
        } catch (LibvirtException e) {
            ERRORS.log(e);
            throw Errors.remote(e);
        }
    }
}
