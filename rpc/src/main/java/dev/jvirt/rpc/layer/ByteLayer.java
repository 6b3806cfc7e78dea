package dev.jvirt.rpc.layer;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Turns content into packets, and the peer's packets into content. Neither waits for anything.
///
/// One thread at a time wraps and one unwraps; both may happen at once. Where packets begin and end
/// has nothing to do with where frames do.
public interface ByteLayer {
    /// The most bytes that a packet has.
    int packetMax();

    /// The most bytes of content that a packet has.
    int contentMax();

    /// Makes one packet of the beginning of `content`, or of what it has to say itself.
    ///
    /// @param packet has room for [#packetMax]
    void wrap(ByteBuffer content, ByteBuffer packet) throws IOException;

    /// Takes one packet off the beginning of `packets`.
    ///
    /// @param content has room for [#contentMax]; a packet may have none
    /// @return false if no whole packet is there, and nothing was taken
    /// @throws IOException if this is no packet of the peer; the connection is beyond repair
    boolean unwrap(ByteBuffer packets, ByteBuffer content) throws IOException;

    /// Whether it has something to say itself: the next packet is wrapped even without content.
    default boolean owes() {
        return false;
    }

    /// Whether the peer has said that it sends nothing more.
    default boolean isEnded() {
        return false;
    }
}
