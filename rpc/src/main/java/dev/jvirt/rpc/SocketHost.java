package dev.jvirt.rpc;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// What a connection needs from the host and Java does not offer: peers' identities, and
/// descriptors that travel beside the bytes of a unix socket.
///
/// The channels are non-blocking; nothing here waits.
public interface SocketHost {
    /// Who connected to a unix socket.
    PeerCredentials peerCredentials(SocketChannel channel) throws IOException;

    /// Sends one zero byte that carries `descriptor`. The descriptor stays open here.
    ///
    /// @return false if the socket is full: try again when it is writable
    boolean sendDescriptor(SocketChannel channel, int descriptor) throws IOException;

    /// Receives one byte and the descriptor that it carries, marked close-on-exec.
    ///
    /// @return the descriptor, or -1 if nothing has arrived yet
    /// @throws IOException if the byte carries no descriptor, or the peer is gone
    int receiveDescriptor(SocketChannel channel) throws IOException;

    /// Makes a channel of IPv6 that has no address yet take clients of IPv6 only. Here: as Java
    /// does, which cannot.
    default void restrictToIpv6(ServerSocketChannel channel) throws IOException {
        throw new UnsupportedOperationException("IPv6 cannot be had alone");
    }

    /// Reads sockets on the thread that asks for it. Here: as Java does, which loses descriptors.
    default SocketReading reading() {
        return channel -> (into, _) -> channel.read(into);
    }

    /// Another descriptor of the same open file, marked close-on-exec.
    int duplicateDescriptor(int descriptor) throws IOException;

    /// Closes a descriptor that was received and that nobody took, or that was duplicated.
    void closeDescriptor(int descriptor);
}
