package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.layer.WrappingSink;
import dev.jvirt.rpc.server.Admission;
import dev.jvirt.rpc.server.Welcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/// Lets clients into a server: a handshake, a look at the certificate, and the byte that says so.
public final class TlsGate implements Welcome {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.rpc.tls");
    private static final byte[] WELCOME = {1};

    private final Supplier<TlsContext> loader;
    private volatile TlsContext context;

    /// @param loader reads the certificates as they are now
    /// @throws RpcException if they cannot be used
    public TlsGate(Supplier<TlsContext> loader) {
        this.loader = loader;
        this.context = loader.get();
    }

    /// Reads the certificates anew, for clients that come from now on.
    ///
    /// @throws RpcException if they cannot be used; the old ones stay in force
    public void reload() {
        context = loader.get();
    }

    @Override
    public Admission admit(SocketChannel channel) throws IOException {
        TlsContext current = context;
        SSLEngine engine = current.engine();
        ByteBuffer early;
        try {
            early = TlsHandshake.perform(engine, new Blocking(channel));
        } catch (IOException e) {
            // Who is cut off has no message.
            String why = e.getMessage() == null ? "The client took too long." : e.getMessage();
            LOG.log(Level.ERROR, "authentication failed: TLS handshake failed {0}", why);
            throw e;
        }
        try {
            TlsPeer peer = current.judge(engine.getSession(), Optional.empty());
            var layer = new TlsLayer(engine);
            var sink = new WrappingSink(layer, channel::write);
            sink.write(ByteBuffer.wrap(WELCOME));
            sink.flush();
            return new Admission(layer, early, peer);
        } catch (RpcException e) {
            LOG.log(Level.ERROR, "{0}", e.getMessage());
            throw new IOException(e.getMessage(), e);
        }
    }

    /// A channel that blocks.
    private record Blocking(SocketChannel channel) implements TlsHandshake.Pipe {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public void write(ByteBuffer from) throws IOException {
            while (from.hasRemaining()) {
                channel.write(from);
            }
        }
    }
}
