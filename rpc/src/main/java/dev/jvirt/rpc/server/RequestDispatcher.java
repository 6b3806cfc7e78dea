package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;

/// Checks the requests of one connection and leads them to who answers. Used by its reader loop
/// only.
///
/// What is answered on the spot is collected and written together by [#flush].
final class RequestDispatcher {
    private static final int BATCH_BYTES = 16 << 10;
    private static final int BATCH_REQUESTS = 16;
    private static final int KEPT_BUFFER = 1 << 20;

    private final ClientConnection connection;
    private final OutgoingQueue queue;

    /// The loop's: it holds replies of one connection at a time.
    private final XdrWriter out;

    private int collected;
    private int collectedBytes;

    RequestDispatcher(ClientConnection connection, OutgoingQueue queue, XdrWriter out) {
        this.connection = connection;
        this.queue = queue;
        this.out = out;
    }

    /// Answers a ping.
    void pong() {
        Frames.writeEmpty(out, KeepAlive.pong());
        flushIfLarge();
    }

    void dispatch(Request request) {
        FrameHeader header = request.frame().header();
        switch (header.type()) {
            case MessageType.CALL, MessageType.CALL_WITH_FDS -> dispatchCall(request);
            case MessageType.STREAM, MessageType.STREAM_HOLE -> dispatchPacket(request.frame());
            default -> {
                // Nothing waits for it. Like C's daemon we do not take offence.
            }
        }
    }

    /// The order of the checks is libvirt's.
    private void dispatchCall(Request request) {
        FrameHeader header = request.frame().header();
        var call = new RunningCall(connection, request.frame(), request.descriptors());
        ProgramHandler handler = connection.session().program(header.program(), header.version());
        if (handler == null) {
            refuse(
                    call,
                    "Cannot find program %d version %d"
                            .formatted(header.program(), header.version()));
            return;
        }
        if (header.status() != MessageStatus.OK) {
            refuse(call, "Unexpected message status " + Integer.toUnsignedString(header.status()));
            return;
        }
        Procedure procedure = handler.procedure(header.procedure());
        if (procedure == null) {
            refuse(call, "unknown procedure: " + header.procedure());
        } else if (!procedure.authenticationExempt() && !connection.isAuthenticated()) {
            refuse(call, "authentication required");
        } else if (isForReader(handler, procedure, call)) {
            answer(handler, procedure, call);
        } else {
            connection.start(handler, procedure, request);
        }
    }

    private static boolean isForReader(
            ProgramHandler handler, Procedure procedure, RunningCall call) {
        return switch (procedure.execution()) {
            case ON_READER -> true;
            case BY_ARGUMENTS -> handler.answersAtOnce(procedure, call.payload());
            case ON_THREAD -> false;
        };
    }

    private void refuse(RunningCall call, String why) {
        Replies.writeErrorReply(out, call.header(), RpcError.protocol(why));
        call.finish(false);
        collect(call);
    }

    private void answer(ProgramHandler handler, Procedure procedure, RunningCall call) {
        int start = out.position();
        boolean succeeded = Replies.answer(handler, procedure, call, out);
        call.finish(succeeded);
        if (!call.sentDescriptors().isEmpty() || call.layer() != null) {
            sendAlone(call, start);
        } else {
            collect(call);
        }
        if (call.hasStream()) {
            flush();
            call.replied();
        }
        if (call.closesConnection()) {
            flush();
            connection.closeWhenSent();
        }
    }

    private void sendAlone(RunningCall call, int start) {
        byte[] reply = new byte[out.position() - start];
        System.arraycopy(out.buffer(), start, reply, 0, reply.length);
        out.truncate(start);
        flush();
        connection.started(1, call.size());
        connection.reply(call, ByteBuffer.wrap(reply));
    }

    private void collect(RunningCall call) {
        collected++;
        collectedBytes += call.size();
        flushIfLarge();
    }

    private void flushIfLarge() {
        if (collected >= BATCH_REQUESTS || out.position() >= BATCH_BYTES) {
            flush();
        }
    }

    /// Writes the collected replies.
    void flush() {
        if (out.position() == 0) {
            return;
        }
        var bytes = ByteBuffer.wrap(out.buffer(), 0, out.position());
        connection.started(collected, collectedBytes);
        queue.sendLent(OutgoingFrame.replies(bytes, collected, collectedBytes));
        discard();
    }

    /// Forgets the collected replies: the connection is beyond repair.
    void discard() {
        out.reset(KEPT_BUFFER);
        collected = 0;
        collectedBytes = 0;
    }

    private void dispatchPacket(Frame packet) {
        CallStream stream = connection.streams().find(packet.header());
        if (stream != null) {
            connection.packetKept(packet.size());
            if (!stream.offer(packet)) {
                connection.packetTaken(packet.size());
            }
        }
    }
}
