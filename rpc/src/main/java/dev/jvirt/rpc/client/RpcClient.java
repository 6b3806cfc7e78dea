package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The calling end of a connection. Any thread may call, many at a time.
///
/// There is no reader thread in the way of a call: [ReadingRole] says who reads. [Conversation]
/// holds what is under way, [SendQueue] sends, [Receiver] gives what arrives to whom it belongs.
/// However the connection ends, whoever waits is told why; nobody waits for ever on a dead
/// connection.
public final class RpcClient implements RpcCaller, AutoCloseable {
    private static final int EIO = 5;
    private static final int EPIPE = 32;
    private static final int ECONNRESET = 104;
    private static final int[] NO_DESCRIPTORS = {};

    private final Transport transport;
    private final ClientLimits limits;
    private final Conversation conversation = new Conversation();
    private final EventQueue events = new EventQueue();
    private final SendQueue sender;
    private final Receiver receiver;
    private final ReadingRole role;
    private volatile long deadlineNanos = ReadingRole.FOREVER;
    private volatile @Nullable Consumer<CloseCause> closeHandler;

    /// A client over an open transport, which it closes in the end.
    public RpcClient(Transport transport) {
        this(transport, ClientLimits.DEFAULTS);
    }

    RpcClient(Transport transport, ClientLimits limits) {
        this.transport = transport;
        this.limits = limits;
        this.sender = new SendQueue(transport, limits.unsentBytes());
        this.receiver = new Receiver(transport, conversation, events, sender);
        this.role = new ReadingRole(this, transport, conversation, receiver, sender);
    }

    /// The transport that it was made with.
    public Transport transport() {
        return transport;
    }

    /// How long each call from now on may wait for its reply; zero: as long as it takes.
    ///
    /// A call that waits longer fails with VIR_ERR_OPERATION_TIMEOUT; its reply is dropped if it
    /// comes later, and the connection goes on.
    public void setDeadline(Duration deadline) {
        deadlineNanos = deadline.isPositive() ? deadline.toNanos() : ReadingRole.FOREVER;
    }

    /// Gives the events of one program to `handler`. Without [#readInBackground] they arrive when
    /// somebody calls.
    public void onEvent(int program, int version, EventHandler handler) {
        events.register(program, version, handler);
        readInBackground();
    }

    /// Tells `handler` once, behind all events, how the connection ended; not if this side closes
    /// it.
    public void onClose(Consumer<CloseCause> handler) {
        closeHandler = handler;
        readInBackground();
    }

    /// Pings the server after `intervalSeconds` of silence and gives it up after `count` unanswered
    /// pings; an interval of 0 or less ends that.
    public void startKeepalive(int intervalSeconds, int count) {
        role.startKeepAlive(intervalSeconds, count);
    }

    /// Reads also while nobody calls, on a thread of its own: pings are answered, and events and
    /// the end of the connection are noticed, at any time.
    public void readInBackground() {
        role.readInBackground();
    }

    /// Whether the connection still stands, as far as is known.
    public boolean isOpen() {
        return !conversation.isEnded();
    }

    @Override
    public <A, R> R call(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            XdrCodec<R> replyCodec) {
        FrameHeader header = header(program, version, procedure, MessageType.CALL);
        var call = new PendingCall<>(header, replyCodec, false);
        exchange(call, null, argsCodec, args, NO_DESCRIPTORS);
        return call.outcome();
    }

    /// Calls a procedure and passes descriptors with it, or takes those that come with the reply.
    /// Those given stay open here.
    ///
    /// @throws RpcException also if the transport cannot pass descriptors
    public <A, R> DescriptorReply<R> callWithDescriptors(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            List<Integer> descriptors,
            XdrCodec<R> replyCodec) {
        checkDescriptors(descriptors.size());
        int type = descriptors.isEmpty() ? MessageType.CALL : MessageType.CALL_WITH_FDS;
        var call = new PendingCall<>(header(program, version, procedure, type), replyCodec, true);
        int[] passed = descriptors.stream().mapToInt(Integer::intValue).toArray();
        try {
            exchange(call, null, argsCodec, args, passed);
            return new DescriptorReply<>(call.outcome(), call.takeDescriptors());
        } finally {
            // What came with a reply that is none, or that nobody waited for.
            for (int descriptor : call.takeDescriptors()) {
                transport.descriptors().orElseThrow().close(descriptor);
            }
        }
    }

    private void checkDescriptors(int count) {
        if (count > Frames.DESCRIPTORS_MAX) {
            throw new RpcException(
                    RpcError.protocol(
                            "Too many FDs to send %d, expected %d maximum"
                                    .formatted(count, Frames.DESCRIPTORS_MAX)));
        }
        if (transport.descriptors().isPresent()) {
            receiver.expectDescriptors();
        } else if (count > 0) {
            throw new RpcException(
                    RpcError.internal("Sending file descriptors is not supported on this socket"));
        }
    }

    /// Sends everything through a layer from now on, and expects the same of the server.
    ///
    /// The caller sees to it that nothing is under way: no call, and no message of the server.
    ///
    /// @throws RpcException if bytes have arrived that no layer protects; the connection is over
    public void install(ByteLayer layer) {
        if (receiver.isMidway()) {
            var injected =
                    RpcError.protocol("unprotected data behind the last authentication reply");
            var failure = new RpcException(injected);
            fail(failure);
            throw failure;
        }
        transport.install(layer);
    }

    /// Makes a call that opens a stream.
    public <A, R> ClientStream openStream(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            XdrCodec<R> replyCodec) {
        return openStreamWithReply(program, version, procedure, argsCodec, args, replyCodec)
                .stream();
    }

    /// Makes a call that opens a stream and has a result.
    public <A, R> OpenedStream<R> openStreamWithReply(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            XdrCodec<R> replyCodec) {
        FrameHeader header = header(program, version, procedure, MessageType.CALL);
        var call = new PendingCall<>(header, replyCodec, false);
        expectStreams();
        // Known before the call is sent: its first data may follow the reply at once.
        var stream = new ClientStream(this, header, limits);
        exchange(call, stream, argsCodec, args, NO_DESCRIPTORS);
        try {
            return new OpenedStream<>(stream, call.outcome());
        } catch (RpcException e) {
            conversation.forget(stream);
            throw e;
        }
    }

    private void expectStreams() {
        try {
            transport.expectStreams();
        } catch (IOException e) {
            throw fail("Cannot set socket option", e);
        }
    }

    private FrameHeader header(int program, int version, int procedure, int type) {
        int serial = conversation.nextSerial();
        return new FrameHeader(program, version, procedure, type, serial, MessageStatus.OK);
    }

    private <A> void exchange(
            PendingCall<?> call,
            @Nullable ClientStream stream,
            XdrCodec<A> argsCodec,
            A args,
            int[] descriptors) {
        long limit = deadlineNanos;
        long deadline =
                limit == ReadingRole.FOREVER ? ReadingRole.FOREVER : System.nanoTime() + limit;
        if (Thread.currentThread().isInterrupted()) {
            throw new RpcException(RpcError.aborted("the calling thread was interrupted"));
        }
        conversation.add(call, stream);
        send(call, stream, argsCodec, args, descriptors);
        wakeIfUnsent();
        ReadingRole.Outcome outcome = role.await(call, deadline);
        if (outcome != ReadingRole.Outcome.DONE) {
            abandon(call, outcome);
        }
    }

    private <A> void send(
            PendingCall<?> call,
            @Nullable ClientStream stream,
            XdrCodec<A> argsCodec,
            A args,
            int[] descriptors) {
        FrameHeader header = call.header();
        try {
            if (header.type() == MessageType.CALL_WITH_FDS) {
                sender.send(header, argsCodec, args, descriptors);
            } else {
                sender.send(header, argsCodec, args);
            }
        } catch (XdrException e) {
            conversation.forget(call);
            if (stream != null) {
                conversation.forget(stream);
            }
            throw new RpcException(RpcError.protocol("Unable to encode message payload"), e);
        } catch (IOException e) {
            // The call itself fails with it, like every other that waits.
            fail("Cannot write data", e);
        }
    }

    private void abandon(PendingCall<?> call, ReadingRole.Outcome outcome) {
        conversation.abandon(call);
        if (call.isDone()) {
            return;
        }
        String what = "no reply to procedure " + call.header().procedure();
        throw new RpcException(
                outcome == ReadingRole.Outcome.TIMED_OUT
                        ? RpcError.timeout(what)
                        : RpcError.aborted("the calling thread was interrupted"));
    }

    /// Sends a packet of a stream.
    void send(PacketSender packet) {
        try {
            packet.send(sender);
        } catch (IOException e) {
            throw fail("Cannot write data", e);
        }
        wakeIfUnsent();
    }

    /// Sends a packet of a stream and waits until it is sent.
    void sendPacket(FrameHeader header, java.nio.ByteBuffer body) {
        var sent = new Waiter();
        send(queue -> queue.sendPacket(header, body, sent));
        if (!sent.isDone()) {
            try {
                await(sent, ReadingRole.FOREVER);
            } finally {
                sender.keepPacket(sent);
            }
        }
    }

    /// Something that is sent.
    interface PacketSender {
        void send(SendQueue queue) throws IOException;
    }

    /// Waits until not too much waits to be sent.
    void awaitRoom() {
        if (!sender.hasRoom()) {
            var room = new Waiter();
            sender.onRoom(room);
            await(room, ReadingRole.FOREVER);
        }
    }

    /// Sees to it that what waits is sent even if nobody calls.
    void sendInBackground() {
        if (sender.waitingBytes() > 0) {
            role.readInBackground();
        }
    }

    /// Whether not too much waits to be sent.
    boolean hasRoom() {
        return sender.hasRoom();
    }

    /// Finishes `waiter` once not too much waits to be sent.
    void onRoom(Waiter waiter) {
        sender.onRoom(waiter);
    }

    private void wakeIfUnsent() {
        if (sender.waitingBytes() > 0) {
            role.wakeHolder();
        }
    }

    /// Waits until `waiter` is done.
    ///
    /// @throws RpcException if the deadline passes or the thread is interrupted
    void await(Waiter waiter, long deadline) {
        switch (role.await(waiter, deadline)) {
            case DONE -> {}
            case TIMED_OUT -> throw new RpcException(RpcError.timeout("no answer to a stream"));
            case INTERRUPTED ->
                    throw new RpcException(RpcError.aborted("the calling thread was interrupted"));
        }
    }

    /// When a request that is made now times out.
    long deadline() {
        long limit = deadlineNanos;
        return limit == ReadingRole.FOREVER ? limit : System.nanoTime() + limit;
    }

    ReadingRole role() {
        return role;
    }

    Conversation conversation() {
        return conversation;
    }

    boolean hasEnded() {
        return conversation.isEnded();
    }

    /// Ends the connection because the server did.
    void endOfStream(EndOfStream cause) {
        RpcError error = RpcError.system(EIO, EndOfStream.TEXT);
        end(new RpcException(error, cause), CloseCause.EOF);
    }

    /// Ends the connection because the server broke the protocol.
    void fail(RpcException cause) {
        end(cause, CloseCause.ERROR);
    }

    /// Ends the connection because it broke, unless it has ended before.
    ///
    /// @return what to tell
    RpcException fail(String what, IOException cause) {
        if (hasEnded()) {
            return new RpcException(RpcError.internal("client socket is closed"), cause);
        }
        String reason = String.valueOf(cause.getMessage());
        int errno = EIO;
        if (reason.startsWith("Connection reset")) {
            reason = "Connection reset by peer";
            errno = ECONNRESET;
        } else if (reason.equals("Broken pipe")) {
            errno = EPIPE;
        }
        var failure = new RpcException(RpcError.system(errno, what + ": " + reason), cause);
        end(failure, CloseCause.ERROR);
        return failure;
    }

    void keepAliveTimeout() {
        String why = "connection closed due to keepalive timeout";
        end(new RpcException(RpcError.internal(why)), CloseCause.KEEPALIVE);
    }

    private void end(RpcException why, CloseCause cause) {
        if (!conversation.end(why)) {
            return;
        }
        role.end();
        transport.close();
        sender.discard();
        receiver.discard();
        Consumer<CloseCause> handler = closeHandler;
        if (handler != null && cause != CloseCause.CLIENT) {
            events.submit(() -> handler.accept(cause));
        }
        events.end();
    }

    /// Ends the connection; calls that wait fail.
    @Override
    public void close() {
        end(new RpcException(RpcError.internal("client socket is closed")), CloseCause.CLIENT);
    }
}
