package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.SocketHost;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/// A TCP port that is ours.
record TcpBinding(ServerSocketChannel channel) implements Listener.Binding {
    private static final int EADDRINUSE = 98;
    private static final int EIO = 5;

    /// @throws RpcException if the port is taken, or the address is none of this host's
    static TcpBinding bind(TcpPort port, int backlog, SocketHost host) {
        InetSocketAddress address = port.address();
        boolean six = address.getAddress() instanceof Inet6Address;
        var family = six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        try {
            ServerSocketChannel channel = ServerSocketChannel.open(family);
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                if (six) {
                    host.restrictToIpv6(channel);
                }
                channel.bind(address, backlog);
                return new TcpBinding(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (BindException e) {
            throw cannotBind(address, EADDRINUSE, e);
        } catch (IOException | UnsupportedOperationException e) {
            throw cannotBind(address, EIO, e);
        }
    }

    private static RpcException cannotBind(InetSocketAddress address, int errno, Exception why) {
        String text =
                "Unable to bind to port %s: %s"
                        .formatted(NetworkEnds.text(address), why.getMessage());
        return new RpcException(RpcError.system(errno, text), why);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
