package dev.jvirt.host.dbus;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// A connection to a bus. Any thread may call; a thread of its own reads the answers.
///
/// [#writing] is held while a message is written. Whoever closes it, or finds it broken, ends all
/// calls that wait.
public final class DBusConnection implements AutoCloseable {
    private static final String BUS = "org.freedesktop.DBus";
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_LINE = 512;

    private final SocketChannel channel;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicInteger serials = new AtomicInteger();
    private final Map<Integer, CompletableFuture<DBusMessage>> waiting = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    private DBusConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /// Connects as a user.
    ///
    /// @param user the number of the user that this process runs as
    public static DBusConnection open(DBusAddress address, int user) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        var connection = new DBusConnection(channel);
        try {
            channel.connect(UnixDomainSocketAddress.of(address.socket()));
            connection.authenticate(user);
            Thread.ofVirtual().name("dbus").start(connection::read);
            connection.call(
                    new DBusCall(BUS, "/org/freedesktop/DBus", BUS, "Hello", "", List.of()),
                    HELLO_LIMIT);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /// Tells the bus who we are; it asks the kernel whether that is true.
    private void authenticate(int user) throws IOException {
        var name = new StringBuilder();
        for (char digit : Integer.toUnsignedString(user).toCharArray()) {
            name.append(Integer.toHexString(digit));
        }
        write(("\0AUTH EXTERNAL " + name + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = line();
        if (!answer.startsWith("OK")) {
            throw new IOException("the bus answered '%s' to our login".formatted(answer));
        }
        write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        var one = ByteBuffer.allocate(1);
        while (line.length() < MAX_LINE) {
            fill(one.clear());
            char c = (char) one.get(0);
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append(c);
        }
        throw new IOException("this is no bus: it answered " + line);
    }

    /// Whether calls can still be answered.
    public boolean isOpen() {
        return open;
    }

    /// Calls a method and waits for the answer.
    ///
    /// @param limit how long to wait
    /// @return the values of the answer
    /// @throws DBusException if an error is the answer
    /// @throws IOException if there is none
    public List<Object> call(DBusCall call, Duration limit) throws IOException {
        int serial = serials.incrementAndGet();
        var answer = new CompletableFuture<DBusMessage>();
        waiting.put(serial, answer);
        try {
            if (!open) {
                throw new EOFException("the connection to the bus is closed");
            }
            write(DBusMessage.call(serial, call));
            DBusMessage message = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (message.type() == DBusMessage.ERROR) {
                throw message.error();
            }
            return message.values();
        } catch (TimeoutException e) {
            throw new IOException(
                    "no answer of %s within %d seconds"
                            .formatted(call.destination(), limit.toSeconds()),
                    e);
        } catch (ExecutionException e) {
            throw new IOException("the connection to the bus broke: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + call.destination(), e);
        } finally {
            waiting.remove(serial);
        }
    }

    private void write(byte[] bytes) throws IOException {
        writing.lock();
        try {
            ByteBuffer out = ByteBuffer.wrap(bytes);
            while (out.hasRemaining()) {
                channel.write(out);
            }
        } finally {
            writing.unlock();
        }
    }

    private void read() {
        try {
            while (true) {
                byte[] prefix = new byte[DBusMessage.PREFIX];
                fill(ByteBuffer.wrap(prefix));
                ByteBuffer whole = ByteBuffer.allocate(DBusMessage.size(prefix)).put(prefix);
                fill(whole);
                arrived(DBusMessage.parse(whole.array()));
            }
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the bus has closed the connection");
            }
        }
    }

    private void arrived(DBusMessage message) {
        CompletableFuture<DBusMessage> answer = waiting.remove(message.answers());
        if (answer != null) {
            answer.complete(message);
        }
    }

    private void end(Throwable cause) {
        open = false;
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
        for (CompletableFuture<DBusMessage> answer : waiting.values()) {
            answer.completeExceptionally(cause);
        }
    }

    @Override
    public void close() {
        end(new EOFException("closed"));
    }
}
