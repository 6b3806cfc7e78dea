package dev.jvirt.rpc.server;

import dev.jvirt.rpc.frame.BulkBuffers;
import java.nio.ByteBuffer;

/// What a client sends on a stream.
public sealed interface StreamPacket {
    /// Bytes, in memory that is the receiver's until [#release].
    record Data(ByteBuffer bytes) implements StreamPacket {
        /// Gives the memory back: the bytes are taken, and neither this packet nor its buffer is
        /// used any more.
        public void release() {
            BulkBuffers.give(bytes);
        }
    }

    /// A run of zero bytes that need not be sent.
    record Hole(long length) implements StreamPacket {}

    /// The client has sent everything and wants to know whether it arrived.
    record Finish() implements StreamPacket {}

    /// The client has lost interest.
    record Abort() implements StreamPacket {}

    /// The stream has ended: by us, by a call that failed, or with the connection. Nothing can be
    /// answered.
    record Closed() implements StreamPacket {}
}
