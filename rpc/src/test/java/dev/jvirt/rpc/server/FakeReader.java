package dev.jvirt.rpc.server;

import dev.jvirt.rpc.SocketReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.IntConsumer;

/// Reads a socket on which descriptors are the values of the bytes that carry them. It knows these
/// bytes as the kernel does not: by the messages before them.
final class FakeReader implements SocketReader {
    private final SocketChannel channel;
    private final ByteBuffer head = ByteBuffer.allocate(Frames.OVERHEAD + Frames.LENGTH_WORD);
    private int left;
    private int carriers;

    FakeReader(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into, IntConsumer descriptor) throws IOException {
        int limit = into.limit();
        int start = into.position();
        into.limit(Math.min(limit, start + wanted()));
        int count = channel.read(into);
        into.limit(limit);
        if (count > 0) {
            follow(into.slice(start, count), descriptor);
        }
        return count;
    }

    /// As many bytes as are known to be of one kind.
    private int wanted() {
        if (carriers > 0) {
            return 1;
        }
        return head.position() < Frames.LENGTH_WORD ? Frames.LENGTH_WORD - head.position() : left;
    }

    private void follow(ByteBuffer bytes, IntConsumer descriptor) {
        if (carriers > 0) {
            carriers--;
            descriptor.accept(bytes.get());
            return;
        }
        left -= bytes.remaining();
        head.put(bytes.slice(0, Math.min(bytes.remaining(), head.remaining())));
        if (head.position() == Frames.LENGTH_WORD) {
            left = Math.max(head.getInt(0) - Frames.LENGTH_WORD, 0);
        }
        if (left == 0 && head.position() >= Frames.OVERHEAD) {
            boolean carries = head.getInt(Frames.TYPE_OFFSET) == MessageType.CALL_WITH_FDS;
            carriers = carries && !head.hasRemaining() ? head.getInt(Frames.OVERHEAD) : 0;
            head.clear();
        }
    }
}
