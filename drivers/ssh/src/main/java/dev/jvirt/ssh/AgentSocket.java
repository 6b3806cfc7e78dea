package dev.jvirt.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/// The user's agent, which keeps keys and signs with them, at the socket that the environment
/// names.
final class AgentSocket extends AbstractAgentProxy {
    private static final int LONGEST_ANSWER = 256 << 10;

    private final SocketChannel channel;

    private AgentSocket(SocketChannel channel) {
        super(null);
        this.channel = channel;
    }

    /// @return empty if the user has none
    /// @throws IOException if it does not listen
    static Optional<AgentSocket> open() throws IOException {
        String path = System.getenv(SSH_AUTHSOCKET_ENV_NAME);
        return path == null || path.isEmpty() ? Optional.empty() : Optional.of(open(path));
    }

    static AgentSocket open(String path) throws IOException {
        return new AgentSocket(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }

    @Override
    protected synchronized Buffer request(Buffer question) throws IOException {
        var out = ByteBuffer.wrap(question.array(), question.rpos(), question.available());
        while (out.hasRemaining()) {
            channel.write(out);
        }
        int length = read(Integer.BYTES).getInt();
        if (length <= 0 || length > LONGEST_ANSWER) {
            throw new IOException("the ssh agent answers with %d bytes".formatted(length));
        }
        return new ByteArrayBuffer(read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                throw new EOFException("the ssh agent has hung up");
            }
        }
        return into.flip();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
