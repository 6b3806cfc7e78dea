package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.LayeredTransport;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/// Goes to a server.
public final class TlsClient {
    private static final int EIO = 5;
    private static final int ECONNRESET = 104;
    private static final byte WELCOME = 1;

    private TlsClient() {}

    /// Shakes hands through an open transport, judges the server, and waits for its word that it
    /// lets us in.
    ///
    /// @param host as the user wrote it
    /// @return a transport that encrypts
    /// @throws RpcException with the transport closed
    public static Transport connect(Transport transport, TlsContext context, String host) {
        boolean connected = false;
        try {
            Transport secure = shakeHands(transport, context, host);
            awaitWelcome(secure);
            connected = true;
            return secure;
        } finally {
            if (!connected) {
                transport.close();
            }
        }
    }

    private static Transport shakeHands(Transport transport, TlsContext context, String host) {
        SSLEngine engine = context.engine();
        ByteBuffer early;
        try {
            early = TlsHandshake.perform(engine, new Waiting(transport));
        } catch (IOException e) {
            throw TlsErrors.refused("TLS handshake failed " + e.getMessage(), e);
        }
        context.judge(engine.getSession(), Optional.of(host));
        return new LayeredTransport(transport, new TlsLayer(engine), early);
    }

    private static void awaitWelcome(Transport secure) {
        ByteBuffer word = ByteBuffer.allocate(1);
        try {
            int count = new Waiting(secure).read(word);
            if (count != 1 || word.get(0) != WELCOME) {
                throw new RpcException(
                        RpcError.protocol(
                                "server verification (of our certificate or IP address) failed"));
            }
        } catch (SSLException e) {
            // An alert of the server, or it has just hung up.
            throw unread("Input/output error", EIO, e);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            boolean reset = reason.startsWith("Connection reset");
            throw unread(
                    reset ? "Connection reset by peer" : reason, reset ? ECONNRESET : EIO, e);
        }
    }

    private static RpcException unread(String reason, int errno, IOException cause) {
        return new RpcException(
                RpcError.system(errno, "Unable to read TLS confirmation: " + reason), cause);
    }

    /// A transport that waits.
    private record Waiting(Transport transport) implements TlsHandshake.Pipe {
        @Override
        public int read(ByteBuffer into) throws IOException {
            while (true) {
                int count = transport.read(into);
                if (count != 0) {
                    return count;
                }
                transport.await(false, Long.MAX_VALUE);
            }
        }

        @Override
        public void write(ByteBuffer from) throws IOException {
            while (from.hasRemaining()) {
                if (transport.write(from) == 0) {
                    transport.await(true, Long.MAX_VALUE);
                }
            }
        }
    }
}
