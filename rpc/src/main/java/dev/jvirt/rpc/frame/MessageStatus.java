package dev.jvirt.rpc.frame;

/// The statuses of a message (`virNetMessageStatus`), numbers like the types.
public final class MessageStatus {
    public static final int OK = 0;
    public static final int ERROR = 1;

    /// More of a stream follows.
    public static final int CONTINUE = 2;

    private MessageStatus() {}
}
