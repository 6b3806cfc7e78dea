package dev.jvirt.flight.dump;

import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import java.util.Locale;

/// What the numbers of a header are called.
public final class Names {
    private Names() {}

    /// Program and procedure, such as `remote connect_open`.
    public static String message(FrameHeader header) {
        return program(header.program()) + " " + procedure(header);
    }

    private static String program(int number) {
        return WireShapes.program(number)
                .map(program -> program.name().toLowerCase(Locale.ROOT))
                .orElse("program 0x%08x".formatted(number));
    }

    private static String procedure(FrameHeader header) {
        return WireShapes.find(header.program(), header.procedure())
                .map(MessageShape::name)
                .orElse("procedure " + header.procedure());
    }

    /// What kind of message it is, and how it went.
    static String kind(FrameHeader header) {
        String type = type(header.type());
        return switch (header.status()) {
            case MessageStatus.OK -> header.type() == MessageType.STREAM ? "stream end" : type;
            case MessageStatus.ERROR -> type + " error";
            case MessageStatus.CONTINUE -> type;
            default -> type + " status " + Integer.toUnsignedString(header.status());
        };
    }

    private static String type(int type) {
        return switch (type) {
            case MessageType.CALL, MessageType.CALL_WITH_FDS -> "call";
            case MessageType.REPLY, MessageType.REPLY_WITH_FDS -> "reply";
            case MessageType.MESSAGE -> "event";
            case MessageType.STREAM -> "stream";
            case MessageType.STREAM_HOLE -> "stream hole";
            default -> "type " + Integer.toUnsignedString(type);
        };
    }
}
