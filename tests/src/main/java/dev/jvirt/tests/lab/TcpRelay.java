package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A TCP port of the loopback device that leads to a unix socket.
public final class TcpRelay implements AutoCloseable {
    private final ServerSocketChannel server;
    private final UnixDomainSocketAddress target;

    private TcpRelay(ServerSocketChannel server, Path socket) {
        this.server = server;
        this.target = UnixDomainSocketAddress.of(socket);
        Thread.ofVirtual().start(this::accept);
    }

    /// Opens one, at a port that is free.
    public static TcpRelay to(Path socket) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new TcpRelay(ServerSocketChannel.open().bind(address), socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its port.
    public int port() {
        try {
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel near = server.accept();
                SocketChannel far = SocketChannel.open(target);
                Thread.ofVirtual().start(() -> forward(near, far));
                Thread.ofVirtual().start(() -> forward(far, near));
            }
        } catch (IOException closed) {
            // By close().
            return;
        }
    }

    /// Until one end is closed, which closes both.
    private static void forward(ByteChannel from, ByteChannel to) {
        try (from;
                to) {
            InputStream in = Channels.newInputStream(from);
            OutputStream out = Channels.newOutputStream(to);
            in.transferTo(out);
        } catch (IOException ended) {
            // The other direction has closed them.
            return;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
