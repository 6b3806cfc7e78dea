package dev.jvirt.remote;

import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.bridge.Errors;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.ClientStream;
import java.nio.ByteBuffer;

/// A stream of the far host.
final class RemoteStream implements StreamChannel {
    private final ClientStream stream;

    RemoteStream(ClientStream stream) {
        this.stream = stream;
    }

    @Override
    public int read(ByteBuffer into) {
        try {
            return stream.read(into);
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    @Override
    public void write(ByteBuffer from) {
        try {
            stream.write(from);
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    @Override
    public void finish() {
        try {
            stream.finish();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    @Override
    public void abort() {
        try {
            stream.abort();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }
}
