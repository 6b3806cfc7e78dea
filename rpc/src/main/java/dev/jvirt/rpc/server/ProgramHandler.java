package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import org.jspecify.annotations.Nullable;

/// Answers the calls of one program on one connection.
public interface ProgramHandler {
    /// The procedure with that number, null if there is none.
    @Nullable Procedure procedure(int number);

    /// Whether a call of a procedure that runs [Execution#BY_ARGUMENTS] never waits, so that the
    /// reader can answer it. Asked on the reader: must not wait, either.
    default boolean answersAtOnce(Procedure procedure, XdrReader args) {
        return false;
    }

    /// Answers one call: reads the arguments, writes the result.
    ///
    /// @throws RpcException to answer with an error
    /// @throws dev.jvirt.rpc.xdr.XdrException if the payload cannot be decoded or encoded
    void dispatch(Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply);
}
