package dev.jvirt.fuzz;

import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectOpenCodec;
import dev.jvirt.protocol.wire.Program;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A client that sends any bytes as calls, and reads what it is answered.
final class HostileClient implements AutoCloseable {
    private final SocketChannel channel;
    private final FrameReader frames = new FrameReader(false);
    private int serial;

    HostileClient(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    /// Opens the hypervisor of [LiveDaemon], or its administration.
    void open(Program program) throws IOException {
        var out = new XdrWriter();
        if (program == Program.ADMIN) {
            out.writeInt(0);
        } else {
            ConnectOpenCodec.INSTANCE.write(out, new ConnectOpen(Optional.of(LiveDaemon.URI), 0));
        }
        Program opening = program == Program.ADMIN ? Program.ADMIN : Program.REMOTE;
        send(opening, 1, List.of(out.toByteArray()));
    }

    /// Calls a procedure once for each payload, all at once.
    void send(Program program, int procedure, List<byte[]> payloads) throws IOException {
        var out = new XdrWriter();
        for (byte[] payload : payloads) {
            var header =
                    new FrameHeader(
                            program.number(),
                            program.version(),
                            procedure,
                            MessageType.CALL,
                            serial++,
                            MessageStatus.OK);
            int start = Frames.begin(out, header);
            out.writeRaw(payload, 0, payload.length);
            Frames.end(out, start);
        }
        write(ByteBuffer.wrap(out.buffer(), 0, out.position()));
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Reads until all calls are answered, or the server closes the connection.
    ///
    /// @return the errors
    List<RpcError> errors() throws IOException {
        var errors = new ArrayList<RpcError>();
        int replies = 0;
        while (replies < serial) {
            Frame frame = frames.next();
            if (frame == null) {
                if (!fill()) {
                    break;
                }
            } else if (frame.header().type() == MessageType.REPLY) {
                replies++;
                if (frame.header().status() == MessageStatus.ERROR) {
                    errors.add(RpcErrorCodec.INSTANCE.read(frame.payload()));
                }
            }
        }
        return errors;
    }

    private boolean fill() throws IOException {
        try {
            return frames.fill(channel::read) >= 0;
        } catch (IOException e) {
            if ("Connection reset".equals(e.getMessage())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
