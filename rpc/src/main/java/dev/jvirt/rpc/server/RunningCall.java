package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call while it is answered. Used by one thread.
final class RunningCall implements IncomingCall {
    private final ClientConnection connection;
    private final Frame frame;
    private final List<Integer> received;
    private @Nullable List<Integer> sent;
    private @Nullable CallStream stream;
    private @Nullable ByteLayer layer;
    private boolean closesConnection;

    RunningCall(ClientConnection connection, Frame frame, List<Integer> received) {
        this.connection = connection;
        this.frame = frame;
        this.received = received;
    }

    @Override
    public ServerConnection connection() {
        return connection;
    }

    @Override
    public FrameHeader header() {
        return frame.header();
    }

    int size() {
        return frame.size();
    }

    XdrReader payload() {
        return frame.payload();
    }

    @Override
    public List<Integer> descriptors() {
        return received;
    }

    @Override
    public void replyWith(int descriptor) {
        if (!connection.passesDescriptors()) {
            connection.closeDescriptor(descriptor);
            throw new RpcException(
                    RpcError.internal("Sending file descriptors is not supported on this socket"));
        }
        List<Integer> list = sent;
        if (list == null) {
            list = new ArrayList<>();
            sent = list;
        }
        if (list.size() == Frames.DESCRIPTORS_MAX) {
            connection.closeDescriptor(descriptor);
            throw new RpcException(
                    RpcError.protocol(
                            "Too many FDs to send %d, expected %d maximum"
                                    .formatted(list.size() + 1, Frames.DESCRIPTORS_MAX)));
        }
        list.add(descriptor);
    }

    @Override
    public void closeAfterReply() {
        closesConnection = true;
    }

    boolean closesConnection() {
        return closesConnection;
    }

    @Override
    public void layerAfterReply(ByteLayer next) {
        layer = next;
    }

    /// What everything behind the reply goes through, if that changes.
    @Nullable ByteLayer layer() {
        return layer;
    }

    @Override
    public ServerStream openStream(boolean holes) {
        var opened = new CallStream(connection, header(), holes);
        connection.streams().add(opened);
        connection.expectStreams();
        stream = opened;
        return opened;
    }

    /// Turns the reply that began at `start` into one with descriptors, if there are any.
    void addDescriptors(XdrWriter out, int start) {
        if (sent != null) {
            out.patchInt(start + Frames.TYPE_OFFSET, MessageType.REPLY_WITH_FDS);
            out.insertInt(start + Frames.OVERHEAD, sent.size());
        }
    }

    /// The descriptors that follow the reply.
    List<Integer> sentDescriptors() {
        return sent == null ? List.of() : sent;
    }

    /// Cleans up once the reply is written.
    void finish(boolean succeeded) {
        for (int descriptor : received) {
            connection.closeDescriptor(descriptor);
        }
        if (!succeeded) {
            for (int descriptor : sentDescriptors()) {
                connection.closeDescriptor(descriptor);
            }
            sent = null;
            layer = null;
            if (stream != null) {
                stream.close();
            }
        }
    }

    /// Lets the stream carry data: the reply is in the outgoing queue.
    void replied() {
        if (stream != null) {
            stream.opened();
        }
    }

    boolean hasStream() {
        return stream != null;
    }
}
