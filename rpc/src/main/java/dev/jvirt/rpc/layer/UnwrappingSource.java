package dev.jvirt.rpc.layer;

import dev.jvirt.rpc.frame.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads the content of the packets that arrive. Used by one thread at a time.
///
/// It holds memory only while something is midway.
public final class UnwrappingSource implements ByteSource {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int PACKETS_PER_READ = 4;

    /// Packets without content that are taken in a row: a peer has few reasons to send any.
    private static final int EMPTY_MAX = 64;

    private final ByteSource network;
    private final ByteLayer layer;
    private ByteBuffer packets = NOTHING;
    private ByteBuffer content = NOTHING;
    private boolean bulky;
    private boolean drained;
    private boolean exhausted;
    private boolean ended;
    private int empty;

    public UnwrappingSource(ByteSource network, ByteLayer layer) {
        this(network, layer, NOTHING);
    }

    /// @param early packets that have been read already
    public UnwrappingSource(ByteSource network, ByteLayer layer, ByteBuffer early) {
        this.network = network;
        this.layer = layer;
        if (early.hasRemaining()) {
            int size = Math.max(early.remaining(), layer.packetMax());
            packets = ByteBuffer.allocate(size).put(early).flip();
        }
    }

    /// Whether the next read may find something that the socket does not show.
    public boolean mayHoldMore() {
        return content.hasRemaining() || packets.hasRemaining() && !exhausted;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int start = into.position();
        drained = false;
        exhausted = false;
        takeContent(into);
        while (into.hasRemaining() && unwrap(into)) {
            takeContent(into);
        }
        int count = into.position() - start;
        return count == 0 && ended ? -1 : count;
    }

    private void takeContent(ByteBuffer into) {
        if (!content.hasRemaining()) {
            return;
        }
        int count = Math.min(content.remaining(), into.remaining());
        into.put(into.position(), content, content.position(), count);
        into.position(into.position() + count);
        content.position(content.position() + count);
        if (!content.hasRemaining()) {
            content = NOTHING;
        }
    }

    /// Unwraps one packet, straight into `into` if it is large enough.
    ///
    /// @return false if there is none
    private boolean unwrap(ByteBuffer into) throws IOException {
        if (!packets.hasRemaining() && !fill()) {
            return false;
        }
        boolean direct = into.remaining() >= layer.contentMax();
        ByteBuffer target = direct ? into : ByteBuffer.allocate(layer.contentMax());
        int before = target.position();
        while (!layer.unwrap(packets, target)) {
            if (!fill()) {
                return false;
            }
        }
        checkEmpty(target.position() == before);
        if (!direct) {
            content = target.flip();
        }
        ended |= layer.isEnded();
        return true;
    }

    private void checkEmpty(boolean nothing) throws IOException {
        empty = nothing ? empty + 1 : 0;
        if (empty > EMPTY_MAX) {
            throw new IOException("the peer sends packets without content");
        }
    }

    /// Reads once, unless that is known to be in vain.
    ///
    /// @return false if there was nothing
    private boolean fill() throws IOException {
        if (drained || ended) {
            exhausted = true;
            return false;
        }
        makeRoom();
        int room = packets.remaining();
        int count = network.read(packets);
        packets.flip();
        drained = count < room;
        bulky = !drained;
        if (count < 0) {
            ended = true;
            if (packets.hasRemaining()) {
                throw new EOFException("the peer has gone in the midst of a packet");
            }
        }
        exhausted = count <= 0;
        if (!packets.hasRemaining()) {
            packets = NOTHING;
        }
        return count > 0;
    }

    private void makeRoom() {
        int size = bulky ? PACKETS_PER_READ * layer.packetMax() : layer.packetMax();
        if (packets.capacity() < size) {
            packets = ByteBuffer.allocate(size).put(packets);
        } else {
            packets.compact();
        }
    }
}
