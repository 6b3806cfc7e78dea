package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A client that sends what it is told, byte for byte.
public final class RawClient implements AutoCloseable {
    private final SocketChannel channel;
    private final FrameReader frames = new FrameReader(true);

    public RawClient(Path path) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
    }

    public SocketChannel channel() {
        return channel;
    }

    public static FrameHeader call(int procedure, int serial) {
        return new FrameHeader(
                TestService.PROGRAM,
                TestService.VERSION,
                procedure,
                MessageType.CALL,
                serial,
                MessageStatus.OK);
    }

    /// Sends a frame with that many words of payload.
    public void send(FrameHeader header, int... words) throws IOException {
        channel.write(ByteBuffer.wrap(frame(header, words)));
    }

    public static byte[] frame(FrameHeader header, int... words) {
        var out = new XdrWriter();
        int start = Frames.begin(out, header);
        for (int word : words) {
            out.writeInt(word);
        }
        Frames.end(out, start);
        return out.toByteArray();
    }

    public void sendBytes(byte... bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes));
    }

    /// The next frame, waiting for it.
    public Frame receive() throws IOException {
        while (true) {
            Frame frame = frames.next();
            if (frame != null) {
                return frame;
            }
            if (frames.fill(channel::read) < 0) {
                throw new IOException("closed");
            }
        }
    }

    public RpcError receiveError() throws IOException {
        Frame frame = receive();
        if (frame.header().status() != MessageStatus.ERROR) {
            throw new IOException("no error: " + frame.header());
        }
        return RpcErrorCodec.INSTANCE.read(frame.payload());
    }

    /// Whether the server has closed the connection, waiting for that.
    public boolean isClosedByPeer() throws IOException {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).startsWith("Connection reset");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
