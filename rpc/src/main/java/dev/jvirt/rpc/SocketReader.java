package dev.jvirt.rpc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/// Reads one unix socket. Used by one thread.
public interface SocketReader {
    /// Reads what is there, without waiting. Bytes behind one that carries a descriptor wait for
    /// the next read: the descriptor belongs to the last byte.
    ///
    /// @param descriptor gets the descriptor that the last byte carries, if it does, marked
    /// close-on-exec
    /// @return how many bytes, 0 if there are none now, -1 at the end
    int read(ByteBuffer into, IntConsumer descriptor) throws IOException;
}
