package dev.jvirt.daemon.mirror;

import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.server.SessionFactory;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import org.jspecify.annotations.Nullable;

/// The daemon, except that it denies being able to name registrations.
record OlderService(SessionFactory daemon) implements SessionFactory {
    private static final int SUPPORTS_FEATURE = 60;

    @Override
    public ClientSession open(ServerConnection connection) {
        return new Session(daemon.open(connection));
    }

    private record Session(ClientSession session) implements ClientSession {
        @Override
        public @Nullable ProgramHandler program(int program, int version) {
            ProgramHandler handler = session.program(program, version);
            return handler == null || program != Program.REMOTE.number()
                    ? handler
                    : new Handler(handler);
        }

        @Override
        public void disconnected() {
            session.disconnected();
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private record Handler(ProgramHandler handler) implements ProgramHandler {
        @Override
        public @Nullable Procedure procedure(int number) {
            return handler.procedure(number);
        }

        @Override
        public void dispatch(
                Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
            if (procedure.number() == SUPPORTS_FEATURE) {
                int feature = args.readInt();
                reply.writeInt(feature == Feature.REMOTE_EVENT_CALLBACK ? 0 : 1);
            } else {
                handler.dispatch(procedure, call, args, reply);
            }
        }
    }
}
