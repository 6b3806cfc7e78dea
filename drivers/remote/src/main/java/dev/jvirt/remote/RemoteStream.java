package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.stream.StreamEvent;
import dev.jvirt.bridge.Errors;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.ClientStream;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/// A stream of the far host.
final class RemoteStream implements StreamChannel {
    private final ClientStream stream;

    RemoteStream(ClientStream stream) {
        this.stream = stream;
    }

    /// This stream with holes, if the call that opened it asked for them.
    RemoteStream withHoles(boolean asked) {
        if (asked) {
            stream.allowHoles();
        }
        return this;
    }

    @Override
    public int read(ByteBuffer into) {
        return (int) local(() -> stream.read(into));
    }

    @Override
    public int readNow(ByteBuffer into) {
        return (int) local(() -> stream.readNow(into));
    }

    @Override
    public long takeHole() {
        return local(stream::takeHole);
    }

    @Override
    public void write(ByteBuffer from) {
        run(() -> stream.write(from));
    }

    @Override
    public int writeNow(ByteBuffer from) {
        return (int) local(() -> stream.writeNow(from));
    }

    @Override
    public void writeHole(long length) {
        run(() -> stream.writeHole(length));
    }

    /// The bits of the wire's end are libvirt's, too.
    @Override
    public Flags<StreamEvent> await(Flags<StreamEvent> events) {
        return new Flags<>((int) local(() -> stream.await(events.bits())));
    }

    @Override
    public void wakeup() {
        run(stream::wakeup);
    }

    @Override
    public void finish() {
        run(stream::finish);
    }

    @Override
    public void abort() {
        run(stream::abort);
    }

    @Override
    public void close() {
        run(stream::close);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    private static long local(LongSupplier action) {
        try {
            return action.getAsLong();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }
}
