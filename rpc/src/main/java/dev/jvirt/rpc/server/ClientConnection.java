package dev.jvirt.rpc.server;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One client: its socket, its session, what it has in progress.
///
/// [RequestReader] and [RequestDispatcher] are the way in, [OutgoingQueue] the way out. Its reader
/// loop opens, reads and closes it.
final class ClientConnection implements ServerConnection, OutgoingQueue.Owner, ReaderLoop.Selected {
    private final RpcServer server;
    private final ReaderLoop loop;
    private final SocketChannel channel;
    private final SocketHost host;
    private final ListeningSocket socket;
    private final long id;
    private final Peer peer;
    private final Instant connectedAt = Instant.now();
    private final AtomicBoolean anonymous;
    private final RequestQuota quota = new RequestQuota();
    private final OutgoingQueue queue;
    private final RequestDispatcher dispatcher;
    private final RequestReader reader;
    private final KeepAlive keepAlive;
    private final CallStreams streams = new CallStreams();
    private final SessionHolder session;
    private final @Nullable FrameWatch watch;
    private @Nullable SelectionKey key;
    private volatile @Nullable ByteLayer layer;
    private volatile Optional<TlsPeer> tls = Optional.empty();
    private volatile @Nullable String loginName;
    private volatile boolean open = true;
    private boolean closed;
    private boolean closesWhenSent;

    /// Who is at the other end: a process of this host, or somebody on a network.
    record Peer(Optional<PeerCredentials> process, Optional<NetworkEnds> network) {}

    ClientConnection(
            RpcServer server,
            ReaderLoop loop,
            SocketChannel channel,
            ListeningSocket socket,
            long id,
            Peer peer)
            throws IOException {
        this.server = server;
        this.loop = loop;
        this.channel = channel;
        this.host = server.host();
        this.socket = socket;
        this.id = id;
        this.peer = peer;
        this.anonymous = new AtomicBoolean(socket.auth() != AuthType.NONE);
        this.queue = new OutgoingQueue(channel, host, this);
        this.dispatcher = new RequestDispatcher(this, queue, loop.out());
        this.reader = new RequestReader(this, loop.reading().of(channel), dispatcher);
        this.keepAlive = new KeepAlive(loop.now());
        this.session = new SessionHolder(server::sessionClosed);
        this.watch = server.watch(id);
    }

    SocketChannel channel() {
        return channel;
    }

    /// Lets it in after its welcome. Called by the loop.
    void admit(Admission admission) {
        layer = admission.layer();
        tls = Optional.of(admission.peer());
        reader.install(admission.layer(), admission.early());
        queue.install(admission.layer());
    }

    /// Begins to read. Called by the loop.
    void open(ClientSession opened) throws IOException {
        session.open(opened);
        key = loop.register(channel, SelectionKey.OP_READ, this);
        lookBehindLayer();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Optional<PeerCredentials> peer() {
        return peer.process();
    }

    @Override
    public Optional<NetworkEnds> network() {
        return peer.network();
    }

    @Override
    public Optional<TlsPeer> tls() {
        return tls;
    }

    @Override
    public boolean isSecure() {
        return peer.network().isEmpty() || layer != null;
    }

    boolean passesDescriptors() {
        return peer.network().isEmpty();
    }

    @Override
    public Instant connectedAt() {
        return connectedAt;
    }

    @Override
    public boolean readOnly() {
        return socket.readOnly();
    }

    @Override
    public AuthType authType() {
        return socket.auth();
    }

    @Override
    public boolean isAuthenticated() {
        return !anonymous.get();
    }

    @Override
    public void authenticated() {
        if (anonymous.compareAndSet(true, false)) {
            server.noLongerAnonymous();
        }
    }

    @Override
    public void loggedIn(String name) {
        loginName = name;
    }

    @Override
    public Optional<String> loginName() {
        return Optional.ofNullable(loginName);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    ClientSession session() {
        return session.session();
    }

    // What arrives: on the loop's thread.

    @Override
    public void selected(SelectionKey selected) {
        try {
            if (selected.isWritable()) {
                writable(selected);
            }
            if (open && selected.isReadable()) {
                boolean goesOn = reader.read();
                dispatcher.flush();
                if (!goesOn) {
                    closeNow();
                } else {
                    lookBehindLayer();
                }
            }
            updateInterest();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        }
    }

    /// The selector knows nothing of what the layer holds.
    private void lookBehindLayer() {
        ByteLayer installed = layer;
        if (installed == null) {
            return;
        }
        if (installed.owes() && !queue.drain()) {
            wantsToWrite();
        }
        if (open && reader.mayHoldMore() && !reader.isPaused()) {
            loop.execute(this::readOn);
        }
    }

    private void readOn() {
        SelectionKey registered = key;
        if (!open || registered == null || closesWhenSent) {
            return;
        }
        try {
            boolean goesOn = reader.read();
            dispatcher.flush();
            if (!goesOn) {
                closeNow();
            } else {
                lookBehindLayer();
            }
            updateInterest();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        }
    }

    private void giveUp(Throwable cause) {
        debug("receiving failed", cause);
        dispatcher.discard();
        closeNow();
    }

    private void writable(SelectionKey selected) {
        if (queue.drain()) {
            selected.interestOpsAnd(~SelectionKey.OP_WRITE);
            if (closesWhenSent) {
                closeNow();
            }
        }
    }

    private void updateInterest() {
        SelectionKey registered = key;
        if (!open || registered == null || !registered.isValid()) {
            return;
        }
        boolean reads = (registered.interestOps() & SelectionKey.OP_READ) != 0;
        boolean shouldRead = !reader.isPaused() && !closesWhenSent;
        if (reads && !shouldRead) {
            registered.interestOpsAnd(~SelectionKey.OP_READ);
        } else if (!reads && shouldRead) {
            registered.interestOpsOr(SelectionKey.OP_READ);
        }
    }

    void heard(Frame frame) {
        keepAlive.heard(loop.now());
        if (watch != null) {
            watch.received(frame);
        }
    }

    boolean admits(Frame frame) {
        return switch (frame.header().type()) {
            case MessageType.STREAM, MessageType.STREAM_HOLE -> quota.admitsPacket(frame.size());
            default -> quota.admits(frame.size(), server.limits(), queue);
        };
    }

    /// A packet of a stream waits for its driver.
    void packetKept(int size) {
        quota.packetKept(size);
    }

    /// Packets of that size do not wait any more.
    void packetTaken(int size) {
        if (quota.packetTaken(size)) {
            loop.execute(this::resume);
        }
    }

    void started(int requests, int bytes) {
        quota.started(requests, bytes);
    }

    @Override
    public void answered(int requests, int bytes) {
        if (quota.ended(requests, bytes)) {
            loop.execute(this::resume);
        }
    }

    private void resume() {
        if (!open) {
            return;
        }
        try {
            reader.resume();
            dispatcher.flush();
            lookBehindLayer();
            updateInterest();
        } catch (RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        }
    }

    /// Answers a call on a thread of its own.
    void start(ProgramHandler handler, Procedure procedure, Request request) {
        Request kept = request.detached();
        started(1, kept.frame().size());
        session.use();
        Thread.ofVirtual().name(procedure.name()).start(() -> answer(handler, procedure, kept));
    }

    private void answer(ProgramHandler handler, Procedure procedure, Request request) {
        try {
            var call = new RunningCall(this, request.frame(), request.descriptors());
            var out = new XdrWriter();
            boolean succeeded = Replies.answer(handler, procedure, call, out);
            call.finish(succeeded);
            var bytes = ByteBuffer.wrap(out.buffer(), 0, out.position());
            if (call.layer() != null) {
                // The client may answer at once: its bytes must not be read before the layer is
                // there.
                loop.execute(() -> reply(call, bytes));
            } else {
                reply(call, bytes);
            }
            call.replied();
            if (call.closesConnection()) {
                loop.execute(this::closeWhenSent);
            }
        } finally {
            session.release();
        }
    }

    /// Sends the reply to a call. With a layer behind it: called by the loop.
    void reply(RunningCall call, ByteBuffer bytes) {
        var frame = OutgoingFrame.reply(bytes, call.size(), call.sentDescriptors());
        ByteLayer next = call.layer();
        if (next == null) {
            queue.send(frame);
        } else if (open && layer == null && reader.install(next, ByteBuffer.allocate(0))) {
            layer = next;
            queue.send(frame.before(next));
            authenticated();
        } else {
            answered(frame.requests(), frame.requestBytes());
            broken("it sent unprotected data behind its authentication");
        }
    }

    // What is sent: on any thread.

    @Override
    public <T> void sendEvent(int program, int version, int procedure, XdrCodec<T> codec, T event) {
        if (open) {
            sendEvent(EncodedEvent.of(program, version, procedure, codec, event));
        }
    }

    @Override
    public void sendEvent(EncodedEvent event) {
        if (open && !event.isLost()) {
            queue.send(OutgoingFrame.message(event.bytes(), true));
        }
    }

    /// Sends a message that is neither reply nor event.
    void send(XdrWriter message) {
        queue.send(OutgoingFrame.message(wrap(message), false));
    }

    /// Sends a message and waits until it is written.
    ///
    /// @return false if the connection ended before
    boolean sendAndWait(XdrWriter message) {
        return queue.sendAndWait(OutgoingFrame.message(wrap(message), false));
    }

    /// Sends a packet of a stream straight from the memory of `body` and waits until it is written.
    ///
    /// @return false if the connection ended before
    boolean sendAndWait(XdrWriter head, ByteBuffer body) {
        return queue.sendAndWait(OutgoingFrame.packet(wrap(head), body));
    }

    /// Lets the socket hold more, as streams will be used.
    void expectStreams() {
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, Frames.STREAM_SOCKET_BYTES);
        } catch (IOException e) {
            debug("it stays with a small buffer", e);
        }
    }

    private static ByteBuffer wrap(XdrWriter out) {
        return ByteBuffer.wrap(out.buffer(), 0, out.position());
    }

    @Override
    public void sending(ByteBuffer frames) {
        if (watch != null) {
            watch.sending(frames);
        }
    }

    @Override
    public int maxEventBytes() {
        return server.limits().maxEventBytes();
    }

    @Override
    public void wantsToWrite() {
        loop.execute(
                () -> {
                    SelectionKey registered = key;
                    if (open && registered != null && registered.isValid()) {
                        registered.interestOpsOr(SelectionKey.OP_WRITE);
                    }
                });
    }

    void closeDescriptor(int descriptor) {
        host.closeDescriptor(descriptor);
    }

    CallStreams streams() {
        return streams;
    }

    // Keepalive: on the loop's thread.

    @Override
    public void startKeepAlive() {
        loop.execute(
                () -> {
                    ServerLimits limits = server.limits();
                    boolean ticking = keepAlive.isActive();
                    if (!ticking) {
                        keepAlive.start(
                                limits.keepAliveInterval(), limits.keepAliveCount(), loop.now());
                        tick();
                    }
                });
    }

    private void tick() {
        if (!open || !keepAlive.isActive()) {
            return;
        }
        switch (keepAlive.tick(loop.now())) {
            case WAIT -> {}
            case PING -> {
                var out = new XdrWriter();
                Frames.writeEmpty(out, KeepAlive.ping());
                send(out);
            }
            case DROP -> {
                debug("connection closed due to keepalive timeout", null);
                closeNow();
                return;
            }
        }
        loop.schedule(keepAlive.deadline(), this::tick);
    }

    // The end.

    @Override
    public void broken(String why) {
        open = false;
        debug(why, null);
        loop.execute(this::closeNow);
    }

    @Override
    public void close() {
        loop.execute(this::closeNow);
    }

    /// Closes the connection once everything is written. Called by the loop.
    void closeWhenSent() {
        closesWhenSent = true;
        if (queue.drain()) {
            closeNow();
        } else {
            updateInterest();
        }
    }

    private void closeNow() {
        if (closed) {
            return;
        }
        closed = true;
        if (open) {
            queue.drain();
        }
        open = false;
        queue.close();
        reader.discard();
        try {
            channel.close();
        } catch (IOException e) {
            debug("closing failed", e);
        }
        server.closed(this);
        if (watch != null) {
            watch.closed();
        }
        authenticated();
        streams.close();
        session.disconnect();
    }

    private void debug(String what, @Nullable Throwable cause) {
        System.getLogger("dev.jvirt.rpc.server")
                .log(System.Logger.Level.DEBUG, "client " + id + ": " + what, cause);
    }
}
