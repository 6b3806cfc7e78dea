package dev.jvirt.fuzz;

import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/// Whole conversations: calls, streams and keepalive, with a peer that says whatever it likes.
final class ConversationTargets {
    private static final int PROGRAM = FuzzedServer.PROGRAM;
    private static final int ROOM = 4096;

    private ConversationTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget(
                        "client",
                        "a client whose server answers with the input",
                        Set.of(RpcException.class),
                        () -> List.of(answers()),
                        WireTargets.LENGTHS,
                        ConversationTargets::client),
                new FuzzTarget(
                        "server",
                        "a server whose client sends the input",
                        Set.of(),
                        () -> List.of(requests()),
                        WireTargets.LENGTHS,
                        input -> FuzzedServer.running().feed(input)));
    }

    /// Makes a call, opens a stream, reads it to its end and finishes it.
    private static void client(byte[] input) {
        try (var client = new RpcClient(new FedTransport(input))) {
            client.call(PROGRAM, 1, 1, EmptyCodec.INSTANCE, Empty.INSTANCE, EmptyCodec.INSTANCE);
            try (var stream =
                    client.openStream(
                            PROGRAM,
                            1,
                            2,
                            EmptyCodec.INSTANCE,
                            Empty.INSTANCE,
                            EmptyCodec.INSTANCE)) {
                var room = ByteBuffer.allocate(ROOM);
                while (stream.read(room) >= 0) {
                    room.clear();
                }
                stream.finish();
            }
        }
    }

    /// What a server in its right mind answers to that, with a ping and a failure at the end.
    private static byte[] answers() {
        var out = new XdrWriter();
        var call = new FrameHeader(PROGRAM, 1, 1, MessageType.REPLY, 0, MessageStatus.OK);
        var open = new FrameHeader(PROGRAM, 1, 2, MessageType.REPLY, 1, MessageStatus.OK);
        Frames.writeEmpty(out, KeepAlive.ping());
        Frames.writeEmpty(out, call);
        Frames.writeEmpty(out, open);
        data(out, open);
        Frames.writeEmpty(out, open.with(MessageType.STREAM, MessageStatus.CONTINUE));
        Frames.writeEmpty(out, open.with(MessageType.STREAM, MessageStatus.OK));
        Frames.writeError(
                out, call.with(MessageType.REPLY, MessageStatus.ERROR), RpcError.internal("no"));
        return out.toByteArray();
    }

    private static byte[] requests() {
        var out = new XdrWriter();
        var echo =
                new FrameHeader(
                        PROGRAM, 1, FuzzedServer.ECHO, MessageType.CALL, 0, MessageStatus.OK);
        var open =
                new FrameHeader(
                        PROGRAM, 1, FuzzedServer.STREAM, MessageType.CALL, 1, MessageStatus.OK);
        var passing = echo.with(MessageType.CALL_WITH_FDS, MessageStatus.OK);
        Frames.writeEmpty(out, KeepAlive.ping());
        Frames.writeEmpty(out, echo);
        Frames.writeEmpty(out, open);
        data(out, open);
        int hole = Frames.begin(out, open.with(MessageType.STREAM_HOLE, MessageStatus.CONTINUE));
        out.writeLong(ROOM);
        out.writeInt(0);
        Frames.end(out, hole);
        int withDescriptor = Frames.begin(out, passing);
        out.writeInt(1);
        Frames.end(out, withDescriptor);
        out.writeRaw(new byte[1], 0, 1);
        Frames.writeEmpty(out, open.with(MessageType.STREAM, MessageStatus.OK));
        return out.toByteArray();
    }

    private static void data(XdrWriter out, FrameHeader call) {
        int start = Frames.begin(out, call.with(MessageType.STREAM, MessageStatus.CONTINUE));
        out.writeRaw(new byte[] {'d', 'a', 't', 'a'}, 0, 4);
        Frames.end(out, start);
    }
}
