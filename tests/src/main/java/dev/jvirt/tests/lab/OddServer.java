package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A server on the loopback device that does not speak as it should.
///
/// Guarded by its own monitor: the connections that it keeps.
public final class OddServer implements AutoCloseable {
    private final ServerSocket server;
    private final byte[] words;
    private final boolean hangsUp;
    private final List<Socket> kept = new ArrayList<>();

    private OddServer(byte[] words, boolean hangsUp) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.words = words.clone();
        this.hangsUp = hangsUp;
        Thread.ofVirtual().start(this::accept);
    }

    /// Says something to everybody and hangs up.
    public static OddServer saying(byte... words) {
        return new OddServer(words, true);
    }

    /// Accepts everybody and says nothing.
    public static OddServer silent() {
        return new OddServer(new byte[0], false);
    }

    /// Its port.
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (hangsUp) {
                    Thread.ofVirtual().start(() -> answer(client));
                } else {
                    synchronized (this) {
                        kept.add(client);
                    }
                }
            }
        } catch (IOException closed) {
            // By close().
            return;
        }
    }

    private void answer(Socket client) {
        try (client) {
            client.getOutputStream().write(words);
            client.shutdownOutput();
            // Until the client has read it: a server that hangs up on unread words sends a reset.
            client.setSoTimeout(2000);
            client.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // The client has had enough.
            return;
        }
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
            for (Socket client : kept) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
