package dev.jvirt.rpc.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A TCP connection: anybody on the way may read and change what it carries.
public final class TcpTransport implements Transport {
    private final SocketChannel channel;
    private final Readiness readiness;

    private TcpTransport(SocketChannel channel) throws IOException {
        this.channel = channel;
        // Calls are small and somebody waits for each.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.readiness = new Readiness(channel, channel);
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
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return channel.write(from);
    }

    @Override
    public void await(boolean forWriting, long nanos) throws IOException {
        readiness.await(forWriting, nanos);
    }

    @Override
    public void wakeup() {
        readiness.wakeup();
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void close() {
        try (channel) {
            readiness.close();
        } catch (IOException e) {
            // The connection is gone either way, and nobody could act on it.
            return;
        }
    }
}
