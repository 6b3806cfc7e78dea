package dev.jvirt.rpc.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// What a client goes through before its first frame. It has a thread of its own and may wait; a
/// client that takes too long is cut off meanwhile.
public interface Welcome {
    /// Decides about a client.
    ///
    /// @param channel blocks
    /// @throws IOException if the client is not to be let in, or has gone
    Admission admit(SocketChannel channel) throws IOException;
}
