package dev.jvirt.rpc.client;

import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.layer.UnwrappingSource;
import dev.jvirt.rpc.layer.WrappingSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A transport whose bytes may go through a [ByteLayer], from the start or from some moment on.
///
/// [#writing] guards the way out: whoever waits for the socket also writes what is left of packets.
public final class LayeredTransport implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Transport transport;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable UnwrappingSource source;
    private volatile @Nullable WrappingSink sink;

    /// A transport that has no layer yet.
    public LayeredTransport(Transport transport) {
        this.transport = transport;
    }

    /// A transport that has a layer from the start.
    ///
    /// @param early packets that have been read already
    public LayeredTransport(Transport transport, ByteLayer layer, ByteBuffer early) {
        this(transport);
        install(layer, early);
    }

    @Override
    public void install(ByteLayer layer) {
        install(layer, NOTHING);
    }

    private void install(ByteLayer layer, ByteBuffer early) {
        if (sink != null) {
            throw new IllegalStateException("there is a layer already");
        }
        source = new UnwrappingSource(transport, layer, early);
        sink = new WrappingSink(layer, transport::write);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        UnwrappingSource unwrapping = source;
        if (unwrapping == null) {
            return transport.read(into);
        }
        int count = unwrapping.read(into);
        flush();
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        WrappingSink wrapping = sink;
        if (wrapping == null) {
            return transport.write(from);
        }
        writing.lock();
        try {
            int count = wrapping.write(from);
            wrapping.flush();
            return count;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public int write(ByteBuffer head, ByteBuffer body) throws IOException {
        WrappingSink wrapping = sink;
        if (wrapping == null) {
            return transport.write(head, body);
        }
        writing.lock();
        try {
            int count = wrapping.write(head);
            if (!head.hasRemaining()) {
                count += wrapping.write(body);
            }
            wrapping.flush();
            return count;
        } finally {
            writing.unlock();
        }
    }

    /// @return whether something is left
    private boolean flush() throws IOException {
        WrappingSink wrapping = sink;
        if (wrapping == null) {
            return false;
        }
        writing.lock();
        try {
            return !wrapping.flush();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void expectStreams() throws IOException {
        transport.expectStreams();
    }

    @Override
    public void await(boolean forWriting, long nanos) throws IOException {
        UnwrappingSource unwrapping = source;
        boolean ready = unwrapping != null && unwrapping.mayHoldMore();
        boolean unsent = flush();
        transport.await(forWriting || unsent, ready ? 0 : nanos);
        flush();
    }

    @Override
    public void wakeup() {
        transport.wakeup();
    }

    @Override
    public boolean isSecure() {
        return sink != null || transport.isSecure();
    }

    @Override
    public boolean isEncrypted() {
        return sink != null || transport.isEncrypted();
    }

    @Override
    public void close() {
        transport.close();
    }
}
