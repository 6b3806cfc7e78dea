package dev.jvirt.daemon;

import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.server.ServerStream;
import java.util.List;

/// A call without anything beside it.
public final class FakeCall implements IncomingCall {
    public boolean closing;

    /// The stream that it opens.
    public final FakeStream stream = new FakeStream();

    private final ServerConnection connection;

    public FakeCall(ServerConnection connection) {
        this.connection = connection;
    }

    @Override
    public ServerConnection connection() {
        return connection;
    }

    @Override
    public FrameHeader header() {
        return new FrameHeader(0, 0, 0, 0, 0, 0);
    }

    @Override
    public List<Integer> descriptors() {
        return List.of();
    }

    @Override
    public void replyWith(int descriptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closeAfterReply() {
        closing = true;
    }

    @Override
    public void layerAfterReply(ByteLayer layer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerStream openStream(boolean holes) {
        return stream;
    }
}
