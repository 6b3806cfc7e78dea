package dev.jvirt.rpc.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/// A TCP connection: anybody on the way may read and change what it carries.
public final class TcpTransport extends SocketTransport {
    private TcpTransport(SocketChannel channel) throws IOException {
        super(channel);
        // Calls are small and somebody waits for each.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /// Connects to the first address of a host that answers.
    ///
    /// @param port 1 to 65535
    /// @throws UnknownHostException if the host has no address
    /// @throws IOException what the last address said, if none answers
    public static TcpTransport connect(String host, int port) throws IOException {
        IOException failure = new UnknownHostException(host);
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                return connect(new InetSocketAddress(address, port));
            } catch (IOException refused) {
                failure = refused;
            }
        }
        throw failure;
    }

    private static TcpTransport connect(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        try {
            return new TcpTransport(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
