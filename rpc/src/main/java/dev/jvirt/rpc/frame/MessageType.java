package dev.jvirt.rpc.frame;

/// The types of a message (`virNetMessageType`). They stay numbers, because a peer may send any
/// number and each has its answer.
public final class MessageType {
    public static final int CALL = 0;
    public static final int REPLY = 1;

    /// An event, or a keepalive message.
    public static final int MESSAGE = 2;

    public static final int STREAM = 3;
    public static final int CALL_WITH_FDS = 4;
    public static final int REPLY_WITH_FDS = 5;
    public static final int STREAM_HOLE = 6;

    private MessageType() {}
}
