package dev.jvirt.tests.lab;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A client that says what it is told, word by word, and shares no code with the product.
public final class RawClient implements AutoCloseable {
    /// The remote program and its version.
    public static final int REMOTE = 0x20008086;

    /// The first words of a daemon's error.
    ///
    /// @param code libvirt's error number
    /// @param domain who says it
    public record WireError(int code, int domain, String message) {}

    /// A whole frame.
    ///
    /// @param header program, version, procedure, type, serial, status
    public record Reply(List<Integer> header, ByteBuffer payload) {
        /// Whether it is an error.
        public boolean isError() {
            return header.getLast() == 1;
        }

        /// The error it carries.
        public WireError error() {
            int code = payload.getInt();
            int domain = payload.getInt();
            if (payload.getInt() == 0) {
                return new WireError(code, domain, "");
            }
            byte[] text = new byte[payload.getInt()];
            payload.get(text);
            return new WireError(code, domain, new String(text, StandardCharsets.UTF_8));
        }
    }

    private static final int HEADER_WORDS = 6;

    private final SocketChannel channel;

    private RawClient(SocketChannel channel) {
        this.channel = channel;
    }

    /// Connects.
    public static RawClient connect(Path socket) throws IOException {
        return new RawClient(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /// Whether somebody accepts connections there.
    static boolean isListening(Path socket) {
        try (var client = connect(socket)) {
            return client.channel.isOpen();
        } catch (IOException _) {
            return false;
        }
    }

    /// Calls a procedure of the remote program and waits for the next frame.
    public Reply call(int procedure, int... words) throws IOException {
        send(frame(REMOTE, 1, procedure, 0, 0, 0, words));
        return receive();
    }

    /// Says who we are and opens a driver, as every client does.
    public RawClient open(String uri) throws IOException {
        call(66);
        byte[] name = uri.getBytes(StandardCharsets.US_ASCII);
        var words = ByteBuffer.allocate(8 + (name.length + 3) / 4 * 4 + 4);
        words.putInt(1).putInt(name.length).put(name);
        var reply = call(1, words.clear().asIntBuffer());
        if (reply.isError()) {
            throw new IOException(reply.error().message());
        }
        return this;
    }

    private Reply call(int procedure, java.nio.IntBuffer words) throws IOException {
        int[] all = new int[words.remaining()];
        words.get(all);
        return call(procedure, all);
    }

    /// A frame: the six words of the header and those of the payload, with the length in front.
    public static ByteBuffer frame(
            int program,
            int version,
            int procedure,
            int type,
            int serial,
            int status,
            int... words) {
        int length = Integer.BYTES * (1 + HEADER_WORDS + words.length);
        var frame = ByteBuffer.allocate(length).putInt(length).putInt(program).putInt(version);
        frame.putInt(procedure).putInt(type).putInt(serial).putInt(status);
        for (int word : words) {
            frame.putInt(word);
        }
        return frame.flip();
    }

    /// Sends bytes as they are.
    public void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// The channel, for whoever wants to send without waiting.
    public SocketChannel channel() {
        return channel;
    }

    /// The next frame.
    ///
    /// @throws EOFException if the daemon has closed the connection
    public Reply receive() throws IOException {
        int length = read(Integer.BYTES).getInt();
        var frame = read(length - Integer.BYTES);
        var header = new ArrayList<Integer>();
        for (int i = 0; i < HEADER_WORDS; i++) {
            header.add(frame.getInt());
        }
        return new Reply(header, frame);
    }

    private ByteBuffer read(int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    /// Whether the daemon closes the connection before it says anything more.
    public boolean isClosedByPeer() {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
