package dev.jvirt.fuzz;

import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Priority;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.server.ServerStream;
import dev.jvirt.rpc.server.StreamPacket;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import org.jspecify.annotations.Nullable;

/// What [FuzzedServer] answers.
final class FuzzedSession implements ClientSession, ProgramHandler {
    @Override
    public @Nullable ProgramHandler program(int program, int version) {
        return program == FuzzedServer.PROGRAM && version == 1 ? this : null;
    }

    @Override
    public void close() {}

    @Override
    public @Nullable Procedure procedure(int number) {
        return switch (number) {
            case FuzzedServer.ECHO ->
                    new Procedure(number, "echo", Execution.ON_READER, Priority.HIGH, false);
            case FuzzedServer.STREAM ->
                    new Procedure(number, "stream", Execution.ON_THREAD, Priority.LOW, false);
            default -> null;
        };
    }

    @Override
    public void dispatch(Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
        if (procedure.number() == FuzzedServer.STREAM) {
            ServerStream stream = call.openStream(args.remaining() % 2 == 0);
            Thread.ofVirtual().start(() -> drain(stream));
        }
    }

    private static void drain(ServerStream stream) {
        while (true) {
            switch (stream.receive()) {
                case StreamPacket.Data data -> {
                    stream.send(data.bytes());
                    data.release();
                }
                case StreamPacket.Hole hole -> stream.sendHole(hole.length());
                case StreamPacket.Finish _, StreamPacket.Abort _ -> {
                    stream.confirm();
                    return;
                }
                case StreamPacket.Closed _ -> {
                    return;
                }
            }
        }
    }
}
