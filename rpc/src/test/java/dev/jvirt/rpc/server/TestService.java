package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A program with a procedure for everything that the tests want to see.
public final class TestService implements SessionFactory {
    public static final int PROGRAM = 0x11223344;
    public static final int VERSION = 1;

    /// Returns its argument, on the reader.
    public static final int ECHO = 1;

    /// Returns its argument once [#gate] lets it, on a thread.
    public static final int GATED = 2;

    /// Fails with an error of its own.
    public static final int FAIL = 3;

    /// Throws what it should not.
    public static final int CRASH = 4;

    /// Declares the client authenticated.
    public static final int LOGIN = 5;

    /// Answers and closes.
    public static final int BYE = 6;

    /// Returns that many bytes, on the reader.
    public static final int FILL = 7;

    /// Sends that many events, on a thread.
    public static final int EVENTS = 8;

    /// Opens a stream; whoever takes it from [#streams] serves it.
    public static final int STREAM = 9;

    /// Starts the server's keepalive.
    public static final int KEEPALIVE = 10;

    /// Returns the sum of the descriptors that came, and sends the argument as a descriptor.
    public static final int DESCRIPTORS = 11;

    /// Opens a stream and fails.
    public static final int STREAM_FAIL = 12;

    /// Returns its argument, on a thread.
    public static final int ECHO_THREAD = 13;

    /// Returns whether a thread answered; 0 as argument says that it need not.
    public static final int EITHER = 17;

    /// Logs in, with a layer behind the reply; on the reader.
    public static final int SECURE = 15;

    /// The same on a thread.
    public static final int SECURE_THREAD = 16;

    /// The event that [#EVENTS] sends.
    public static final int EVENT = 14;

    final Semaphore gate = new Semaphore(0);
    final Semaphore gateReached = new Semaphore(0);
    final BlockingQueue<ServerStream> streams = new LinkedBlockingQueue<>();
    final BlockingQueue<ServerConnection> connections = new LinkedBlockingQueue<>();
    final AtomicInteger open = new AtomicInteger();
    final CountDownLatch firstDisconnected = new CountDownLatch(1);
    final Semaphore closed = new Semaphore(0);

    @Override
    public ClientSession open(ServerConnection connection) {
        open.incrementAndGet();
        connections.add(connection);
        return new Session();
    }

    private final class Session implements ClientSession, ProgramHandler {
        @Override
        public @Nullable ProgramHandler program(int program, int version) {
            return program == PROGRAM && version == VERSION ? this : null;
        }

        @Override
        public void disconnected() {
            firstDisconnected.countDown();
        }

        @Override
        public void close() {
            open.decrementAndGet();
            closed.release();
        }

        @Override
        public @Nullable Procedure procedure(int number) {
            return switch (number) {
                case ECHO, FAIL, CRASH, BYE, FILL, KEEPALIVE, DESCRIPTORS, STREAM, STREAM_FAIL ->
                        new Procedure(
                                number, "p" + number, Execution.ON_READER, Priority.LOW, false);
                case GATED, EVENTS, ECHO_THREAD ->
                        new Procedure(
                                number, "p" + number, Execution.ON_THREAD, Priority.LOW, false);
                case EITHER ->
                        new Procedure(
                                number, "either", Execution.BY_ARGUMENTS, Priority.LOW, false);
                case SECURE_THREAD ->
                        new Procedure(number, "secure", Execution.ON_THREAD, Priority.HIGH, true);
                case LOGIN, SECURE ->
                        new Procedure(number, "login", Execution.ON_READER, Priority.HIGH, true);
                default -> null;
            };
        }

        @Override
        public boolean answersAtOnce(Procedure procedure, XdrReader args) {
            return args.readInt() == 0;
        }

        @Override
        public void dispatch(
                Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
            switch (procedure.number()) {
                case ECHO, ECHO_THREAD -> reply.writeInt(args.readInt());
                case GATED -> {
                    int value = args.readInt();
                    gateReached.release();
                    gate.acquireUninterruptibly();
                    reply.writeInt(value);
                }
                case FAIL -> {
                    reply.writeInt(1);
                    throw new RpcException(
                            new RpcError(42, 10, "Domain not found", 2, "a", null, "c", 5, 6));
                }
                case EITHER -> reply.writeInt(Thread.currentThread().isVirtual() ? 1 : 0);
                case CRASH -> throw new IllegalStateException("on purpose");
                case LOGIN -> call.connection().authenticated();
                case SECURE, SECURE_THREAD -> {
                    call.layerAfterReply(new ToyLayer());
                    reply.writeInt(args.readInt());
                }
                case BYE -> call.closeAfterReply();
                case FILL -> {
                    int length = args.readInt();
                    reply.writeOpaque(new byte[length], Integer.MAX_VALUE);
                }
                case EVENTS -> sendEvents(call.connection(), args.readInt());
                case STREAM -> streams.add(call.openStream(true));
                case STREAM_FAIL -> {
                    streams.add(call.openStream(false));
                    throw new RpcException(RpcError.internal("no stream today"));
                }
                case KEEPALIVE -> call.connection().startKeepAlive();
                case DESCRIPTORS -> exchangeDescriptors(call, args.readInt(), reply);
                default -> throw new IllegalArgumentException(procedure.name());
            }
        }

        private void sendEvents(ServerConnection connection, int count) {
            for (int i = 0; i < count; i++) {
                connection.sendEvent(PROGRAM, VERSION, EVENT, IntCodec.INT, i);
            }
        }

        private void exchangeDescriptors(IncomingCall call, int sent, XdrWriter reply) {
            List<Integer> received = call.descriptors();
            int sum = 0;
            for (int descriptor : received) {
                sum += descriptor;
            }
            reply.writeInt(sum);
            if (sent > 0) {
                call.replyWith(sent);
            }
        }
    }
}
