package dev.jvirt.rpc.client;

import dev.jvirt.rpc.frame.BulkBuffers;
import dev.jvirt.rpc.frame.Frame;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// What has arrived on a stream and was not read yet. Guarded by the stream it belongs to.
final class StreamBacklog {
    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private long bytes;

    private sealed interface Piece {}

    private record Data(ByteBuffer bytes) implements Piece {}

    private record Hole(long length) implements Piece {}

    void addData(Frame packet) {
        pieces.add(new Data(packet.detached().body()));
        bytes += packet.length();
    }

    void addHole(long length) {
        pieces.add(new Hole(length));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// How much memory it takes, about.
    long bytes() {
        return bytes;
    }

    /// The hole that stands next, 0 if there is none.
    long hole() {
        return pieces.peek() instanceof Hole(long length) ? length : 0;
    }

    /// Takes the hole that stands next.
    void removeHole() {
        pieces.remove();
    }

    /// Moves data up to the next hole.
    ///
    /// @return how many bytes
    int move(ByteBuffer into) {
        int count = 0;
        while (into.hasRemaining() && pieces.peek() instanceof Data(ByteBuffer from)) {
            int part = Math.min(from.remaining(), into.remaining());
            into.put(into.position(), from, from.position(), part);
            into.position(into.position() + part);
            from.position(from.position() + part);
            count += part;
            if (!from.hasRemaining()) {
                pieces.remove();
                BulkBuffers.give(from);
            }
        }
        bytes -= count;
        return count;
    }

    void clear() {
        for (Piece piece : pieces) {
            if (piece instanceof Data(ByteBuffer unread)) {
                BulkBuffers.give(unread);
            }
        }
        pieces.clear();
        bytes = 0;
    }
}
