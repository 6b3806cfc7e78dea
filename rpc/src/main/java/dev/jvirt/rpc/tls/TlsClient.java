package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.LayeredTransport;
import dev.jvirt.rpc.client.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/// Goes to a server.
public final class TlsClient {
    private static final int EIO = 5;
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
            awaitWelcome(secure, context);
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

    private static void awaitWelcome(Transport secure, TlsContext context) {
        ByteBuffer word = ByteBuffer.allocate(1);
        int count;
        try {
            count = new Waiting(secure).read(word);
        } catch (IOException e) {
            throw hungUp(context, e);
        }
        if (count < 0) {
            throw hungUp(context, new EOFException("the server has closed the connection"));
        }
        if (word.get(0) != WELCOME) {
            throw new RpcException(
                    RpcError.protocol(
                            "server verification (of our certificate or IP address) failed"));
        }
    }

    /// An alert, or just the end: servers do not tell strangers why.
    private static RpcException hungUp(TlsContext context, IOException cause) {
        String text =
                "Unable to read TLS confirmation: Input/output error (%s)"
                        .formatted(context.suspicion());
        return new RpcException(RpcError.system(EIO, text), cause);
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
