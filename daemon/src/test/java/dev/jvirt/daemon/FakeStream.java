package dev.jvirt.daemon;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.server.ServerStream;
import dev.jvirt.rpc.server.StreamPacket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A stream whose client is the test.
public final class FakeStream implements ServerStream {
    /// What the client sends.
    public final BlockingQueue<StreamPacket> incoming = new LinkedBlockingQueue<>();

    /// What the client gets: text of data, `hole` and its length, `end`, `confirm`, or `fail` and
    /// why.
    public final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>();

    private volatile boolean closed;

    @Override
    public StreamPacket receive() {
        try {
            return incoming.take();
        } catch (InterruptedException e) {
            return new StreamPacket.Closed();
        }
    }

    @Override
    public boolean send(ByteBuffer data) {
        outgoing.add(StandardCharsets.UTF_8.decode(data).toString());
        return !closed;
    }

    @Override
    public boolean sendHole(long length) {
        outgoing.add("hole " + length);
        return !closed;
    }

    @Override
    public boolean sendEnd() {
        outgoing.add("end");
        return !closed;
    }

    @Override
    public void confirm() {
        closed = true;
        outgoing.add("confirm");
    }

    @Override
    public void fail(RpcError error) {
        closed = true;
        outgoing.add("fail " + error.message());
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
