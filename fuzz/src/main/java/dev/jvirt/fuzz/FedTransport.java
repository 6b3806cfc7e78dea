package dev.jvirt.fuzz;

import dev.jvirt.rpc.client.Transport;
import java.io.EOFException;
import java.nio.ByteBuffer;

/// A pipe that gives an input and then ends; what is written into it is lost.
final class FedTransport implements Transport {
    private final ByteBuffer input;
    private boolean open = true;

    FedTransport(byte[] input) {
        this.input = ByteBuffer.wrap(input);
    }

    @Override
    public int read(ByteBuffer into) {
        if (!open || !input.hasRemaining()) {
            return -1;
        }
        int count = Math.min(into.remaining(), input.remaining());
        into.put(into.position(), input, input.position(), count);
        into.position(into.position() + count);
        input.position(input.position() + count);
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws EOFException {
        if (!open) {
            throw new EOFException("closed");
        }
        int count = from.remaining();
        from.position(from.limit());
        return count;
    }

    /// There always is something to read, were it the end.
    @Override
    public void await(boolean forWriting, long nanos) {}

    @Override
    public void wakeup() {}

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void close() {
        open = false;
    }
}
