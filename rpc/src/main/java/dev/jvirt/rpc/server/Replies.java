package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrWriter;

/// Writes the answer to a call, whatever becomes of it.
final class Replies {
    private Replies() {}

    /// Lets `handler` answer and writes its reply, or the error it ends with.
    ///
    /// @return whether the call succeeded
    static boolean answer(
            ProgramHandler handler, Procedure procedure, RunningCall call, XdrWriter out) {
        FrameHeader header = call.header().with(MessageType.REPLY, MessageStatus.OK);
        int start = Frames.begin(out, header);
        RpcError error;
        try {
            handler.dispatch(procedure, call, call.payload(), out);
            call.addDescriptors(out, start);
            Frames.end(out, start);
            return true;
        } catch (RpcException e) {
            error = e.error();
        } catch (XdrException e) {
            String verb = e.encoding() ? "encode" : "decode";
            error = RpcError.protocol("Unable to " + verb + " message payload");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            // A fault of ours must not end the connection, let alone its reader.
            System.getLogger("dev.jvirt.rpc.server")
                    .log(System.Logger.Level.ERROR, "call " + procedure.name() + " failed", e);
            error = RpcError.internal(procedure.name() + " failed: " + e);
        }
        out.truncate(start);
        writeErrorReply(out, call.header(), error);
        return false;
    }

    /// Writes an error reply to the call with that header.
    static void writeErrorReply(XdrWriter out, FrameHeader call, RpcError error) {
        writeError(out, call.with(MessageType.REPLY, MessageStatus.ERROR), error);
    }

    /// Writes a message whose payload is an error.
    static void writeError(XdrWriter out, FrameHeader header, RpcError error) {
        int start = out.position();
        try {
            Frames.writeError(out, header, error);
        } catch (XdrException e) {
            out.truncate(start);
            Frames.writeError(out, header, RpcError.unexplained());
        }
    }
}
