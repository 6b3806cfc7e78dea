package dev.jvirt.rpc.layer;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Writes content as packets. Used by one thread at a time.
///
/// It holds memory only while the socket takes no more.
public final class WrappingSink {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int PACKETS_PER_WRITE = 8;

    private final ByteLayer layer;
    private final ByteSink network;
    private ByteBuffer packets = NOTHING;

    public WrappingSink(ByteLayer layer, ByteSink network) {
        this.layer = layer;
        this.network = network;
    }

    /// Takes content, as much as the socket has room for. [#flush] writes the last of it.
    ///
    /// @return how many bytes
    public int write(ByteBuffer content) throws IOException {
        int start = content.position();
        while (content.hasRemaining() && hasRoom(content.remaining())) {
            wrap(content);
        }
        return content.position() - start;
    }

    private boolean hasRoom(int wanted) throws IOException {
        if (free() >= layer.packetMax()) {
            return true;
        }
        if (!flush()) {
            return false;
        }
        int count = Math.min(PACKETS_PER_WRITE, 1 + wanted / layer.contentMax());
        packets = ByteBuffer.allocate(count * layer.packetMax()).limit(0);
        return true;
    }

    private int free() {
        return packets.capacity() - packets.limit();
    }

    private void wrap(ByteBuffer content) throws IOException {
        int unsent = packets.position();
        int end = packets.limit();
        packets.limit(packets.capacity()).position(end);
        try {
            layer.wrap(content, packets);
        } finally {
            packets.limit(packets.position()).position(unsent);
        }
    }

    /// Writes what is left of packets, and what the layer has to say itself.
    ///
    /// @return whether nothing is left
    public boolean flush() throws IOException {
        while (true) {
            while (packets.hasRemaining()) {
                if (network.write(packets) == 0) {
                    return false;
                }
            }
            packets = NOTHING;
            if (!layer.owes()) {
                return true;
            }
            packets = ByteBuffer.allocate(layer.packetMax()).limit(0);
            wrap(NOTHING.duplicate());
            if (!packets.hasRemaining()) {
                return true;
            }
        }
    }

    /// Whether something is left that the socket did not take.
    public boolean isPending() {
        return packets.hasRemaining();
    }
}
