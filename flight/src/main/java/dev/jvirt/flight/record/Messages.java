package dev.jvirt.flight.record;

import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageType;

/// Where in a frame which part of a message lies.
public final class Messages {
    private Messages() {}

    /// What follows a header: the arguments, or the result.
    public static Structure body(MessageShape shape, FrameHeader header) {
        return isReply(header) ? shape.reply() : shape.body();
    }

    /// Whether it answers a call.
    public static boolean isReply(FrameHeader header) {
        return header.type() == MessageType.REPLY || header.type() == MessageType.REPLY_WITH_FDS;
    }

    /// Whether it is a call.
    public static boolean isCall(FrameHeader header) {
        return header.type() == MessageType.CALL || header.type() == MessageType.CALL_WITH_FDS;
    }

    /// Whether it belongs to a stream that is open.
    public static boolean isPacket(FrameHeader header) {
        return header.type() == MessageType.STREAM || header.type() == MessageType.STREAM_HOLE;
    }

    /// Whether a number of descriptors stands before the arguments or the result.
    public static boolean mayCarryDescriptors(FrameHeader header) {
        return header.type() == MessageType.CALL_WITH_FDS
                || header.type() == MessageType.REPLY_WITH_FDS;
    }

    /// Where arguments or result begin in a frame of that length.
    public static int bodyAt(FrameHeader header, int length) {
        int count = mayCarryDescriptors(header) ? Frames.LENGTH_WORD : 0;
        return Math.min(Frames.OVERHEAD + count, length);
    }
}
