package dev.jvirt.rpc;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// What one thread reads all its sockets with.
public interface SocketReading {
    /// How it reads a channel. Nobody else closes the channel meanwhile.
    SocketReader of(SocketChannel channel) throws IOException;
}
