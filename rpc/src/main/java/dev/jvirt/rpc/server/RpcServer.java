package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.SocketHost;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A server: sockets that it listens on and the clients that came through them.
///
/// Create it, [#listen] on each socket, then [#start]. The first reader loop accepts; the others
/// share the clients with it. [#sessionsLock] guards the wait for the last session.
public final class RpcServer implements AutoCloseable {
    private static final int LOOPS_MAX = 4;
    private static final long ACCEPT_PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long WELCOME_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int WELCOMES_MAX = 64;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final SessionFactory sessions;
    private final SocketHost host;
    private final List<ReaderLoop> loops = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, ClientConnection> connections = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicInteger anonymous = new AtomicInteger();
    private final AtomicInteger welcoming = new AtomicInteger();
    private final ReentrantLock sessionsLock = new ReentrantLock();
    private final Condition sessionEnded = sessionsLock.newCondition();
    private volatile LongFunction<@Nullable FrameWatch> watches = _ -> null;
    private int openSessions;
    private volatile ServerLimits limits;
    private volatile boolean closing;
    private volatile boolean outOfDescriptors;

    /// @param name as the admin server calls it
    /// @param sessions makes the session of every client
    public RpcServer(String name, ServerLimits limits, SessionFactory sessions, SocketHost host)
            throws IOException {
        this.name = name;
        this.limits = limits;
        this.sessions = sessions;
        this.host = host;
        int processors = Runtime.getRuntime().availableProcessors();
        int count = Math.clamp(processors / 2, 1, LOOPS_MAX);
        for (int i = 0; i < count; i++) {
            loops.add(new ReaderLoop("rpc-" + name + "-" + i, host.reading()));
        }
    }

    public String name() {
        return name;
    }

    public ServerLimits limits() {
        return limits;
    }

    /// Changes what is granted, from now on. Nobody who is connected is turned away.
    public void limits(ServerLimits changed) {
        limits = changed;
        acceptor().execute(this::updateAccepting);
    }

    SocketHost host() {
        return host;
    }

    /// Makes a socket and listens on it; clients are accepted after [#start].
    ///
    /// @throws RpcException if the socket cannot be made, or another daemon answers it
    public void listen(ListeningSocket socket) {
        listeners.add(Listener.bind(this, socket, limits.maxQueuedClients()));
    }

    /// Listens on a socket that somebody else has made; its name stays when it is closed.
    ///
    /// @param socket says on which terms clients come through it
    /// @param bound is this server's from now on
    public void listen(ListeningSocket socket, ServerSocketChannel bound) {
        listeners.add(Listener.of(this, socket, bound));
    }

    /// The addresses and ports that it listens on.
    public List<InetSocketAddress> addresses() {
        var addresses = new ArrayList<InetSocketAddress>();
        for (Listener listener : listeners) {
            listener.address().ifPresent(addresses::add);
        }
        return addresses;
    }

    /// Has the frames of every client watched that comes from now on.
    ///
    /// @param watcher makes the watch of the client with that id
    public void watch(LongFunction<@Nullable FrameWatch> watcher) {
        watches = watcher;
    }

    @Nullable FrameWatch watch(long id) {
        return watches.apply(id);
    }

    /// Begins to accept clients.
    public void start() {
        for (ReaderLoop loop : loops) {
            loop.start();
        }
        acceptor().execute(this::startListeners);
    }

    private void startListeners() {
        for (Listener listener : listeners) {
            // Whoever is told to end right after the start has closed them already.
            if (closing) {
                return;
            }
            try {
                listener.start(acceptor());
            } catch (ClosedChannelException e) {
                // Closed just now, as above.
            } catch (IOException e) {
                System.getLogger("dev.jvirt.rpc.server")
                        .log(System.Logger.Level.ERROR, "cannot accept clients", e);
            }
        }
        updateAccepting();
    }

    private ReaderLoop acceptor() {
        return loops.getFirst();
    }

    /// The clients, in the order in which they came.
    public List<ServerConnection> connections() {
        var list = new ArrayList<ServerConnection>(connections.values());
        list.sort(Comparator.comparingLong(ServerConnection::id));
        return list;
    }

    /// The client with that id.
    public Optional<ServerConnection> connection(long id) {
        return Optional.ofNullable(connections.get(id));
    }

    /// How many clients there are.
    public int clientCount() {
        return connections.size();
    }

    /// How many clients there have been so far, with those that have gone.
    public long acceptedCount() {
        return lastId.get();
    }

    /// How many clients have yet to authenticate.
    public int anonymousClientCount() {
        return anonymous.get();
    }

    boolean mayAccept(ListeningSocket socket) {
        // A crowd that does not get on with its welcome closes this door alone.
        return mayAccept() && (socket.welcome().isEmpty() || welcoming.get() < WELCOMES_MAX);
    }

    private boolean mayAccept() {
        ServerLimits granted = limits;
        int most = granted.maxAnonymousClients();
        return !closing
                && !outOfDescriptors
                && connections.size() < granted.maxClients()
                && (most == 0 || anonymous.get() < most);
    }

    /// Accepts from now on, if there is room. Called by the first loop.
    void updateAccepting() {
        for (Listener listener : listeners) {
            listener.accepting(mayAccept(listener.socket()));
        }
    }

    /// Takes a new client. Called by the first loop.
    void accepted(SocketChannel channel, ListeningSocket socket) throws IOException {
        long id = lastId.incrementAndGet();
        ReaderLoop loop = loops.get((int) (id % loops.size()));
        ClientConnection connection;
        try {
            connection = new ClientConnection(this, loop, channel, socket, id, peer(channel));
        } catch (IOException e) {
            // Gone before we could ask who it was.
            channel.close();
            return;
        }
        if (!connection.isAuthenticated()) {
            anonymous.incrementAndGet();
        }
        sessionOpened();
        connections.put(id, connection);
        if (socket.welcome().isPresent()) {
            welcome(connection, loop, socket.welcome().get());
        } else {
            loop.execute(() -> open(connection));
        }
    }

    /// Nobody shall keep a reader, or us for long, by beginning a handshake.
    private void welcome(ClientConnection connection, ReaderLoop loop, Welcome welcome) {
        welcoming.incrementAndGet();
        var waiting = new AtomicBoolean(true);
        long deadline = System.nanoTime() + WELCOME_NANOS;
        loop.execute(
                () ->
                        loop.schedule(
                                deadline,
                                () -> {
                                    if (waiting.get()) {
                                        connection.close();
                                    }
                                }));
        Thread.ofVirtual()
                .name("welcome-" + connection.id())
                .start(
                        () -> {
                            try {
                                Admission admission = welcome.admit(connection.channel());
                                loop.execute(
                                        () -> {
                                            connection.admit(admission);
                                            open(connection);
                                        });
                            } catch (IOException | RuntimeException e) {
                                connection.close();
                            } finally {
                                waiting.set(false);
                                welcoming.decrementAndGet();
                                acceptor().execute(this::updateAccepting);
                            }
                        });
    }

    private ClientConnection.Peer peer(SocketChannel channel) throws IOException {
        Optional<NetworkEnds> network = NetworkEnds.of(channel);
        if (network.isEmpty()) {
            return new ClientConnection.Peer(Optional.of(host.peerCredentials(channel)), network);
        }
        // Replies are small and somebody waits for each.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new ClientConnection.Peer(Optional.empty(), network);
    }

    private void open(ClientConnection connection) {
        if (!connection.isOpen()) {
            return;
        }
        try {
            connection.open(sessions.open(connection));
        } catch (IOException | RuntimeException e) {
            System.getLogger("dev.jvirt.rpc.server")
                    .log(System.Logger.Level.ERROR, "a client could not be served", e);
            connection.close();
        }
    }

    void acceptFailed(IOException cause) {
        System.getLogger("dev.jvirt.rpc.server")
                .log(System.Logger.Level.WARNING, "accepting clients failed", cause);
        outOfDescriptors = true;
        acceptor()
                .schedule(
                        System.nanoTime() + ACCEPT_PAUSE_NANOS,
                        () -> {
                            outOfDescriptors = false;
                            updateAccepting();
                        });
    }

    /// One client less has yet to authenticate.
    void noLongerAnonymous() {
        anonymous.decrementAndGet();
        acceptor().execute(this::updateAccepting);
    }

    void closed(ClientConnection connection) {
        connections.remove(connection.id());
        acceptor().execute(this::updateAccepting);
    }

    private void sessionOpened() {
        sessionsLock.lock();
        try {
            openSessions++;
        } finally {
            sessionsLock.unlock();
        }
    }

    void sessionClosed() {
        sessionsLock.lock();
        try {
            openSessions--;
            sessionEnded.signalAll();
        } finally {
            sessionsLock.unlock();
        }
    }

    /// Removes the sockets, closes every client, and waits a while for their sessions to end.
    @Override
    public void close() {
        closing = true;
        for (Listener listener : listeners) {
            listener.close();
        }
        for (ClientConnection connection : connections.values()) {
            connection.close();
        }
        try {
            awaitSessions();
            for (ReaderLoop loop : loops) {
                loop.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSessions() throws InterruptedException {
        sessionsLock.lock();
        try {
            long left = GRACE.toNanos();
            while (openSessions > 0 && left > 0) {
                left = sessionEnded.awaitNanos(left);
            }
        } finally {
            sessionsLock.unlock();
        }
    }
}
