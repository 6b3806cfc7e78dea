package dev.jvirt.rpc.server;

/// What a client sends on a stream.
public sealed interface StreamPacket {
    /// Bytes: `length` of them in `bytes` from `offset`. The array is the receiver's to keep.
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Data(byte[] bytes, int offset, int length) implements StreamPacket {}

    /// A run of zero bytes that need not be sent.
    record Hole(long length) implements StreamPacket {}

    /// The client has sent everything and wants to know whether it arrived.
    record Finish() implements StreamPacket {}

    /// The client has lost interest.
    record Abort() implements StreamPacket {}

    /// The stream has ended: by us, by a call that failed, or with the connection. Nothing can be
    /// answered.
    record Closed() implements StreamPacket {}
}
