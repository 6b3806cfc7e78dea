package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import java.nio.ByteBuffer;

/// The daemon's end of a stream that a call opened.
///
/// One thread may [#receive] while another sends; both wait, so neither may be a reader. It ends
/// when the client's [StreamPacket.Finish] or [StreamPacket.Abort] is answered with [#confirm] or
/// [#fail], or with a [#fail] of our own, or with the connection.
public interface ServerStream {
    /// The next packet of the client, waiting for it. While more than 4 MiB of a client
    /// wait to be taken, it is read no further.
    StreamPacket receive();

    /// Sends all of `data`, in packets as small as old clients want them, and waits until they are
    /// written. What is sent before the reply of the opening call waits for it.
    ///
    /// @return false if the stream has ended: nobody reads any more
    boolean send(ByteBuffer data);

    /// Sends a hole of that many bytes.
    ///
    /// @return false if the stream has ended
    boolean sendHole(long length);

    /// Says that no more data follow. The stream stays open until the client finishes or aborts it.
    ///
    /// @return false if the stream has ended
    boolean sendEnd();

    /// Answers the client's finish or abort with success; the stream has ended.
    void confirm();

    /// Tells the client that the stream failed; the stream has ended.
    void fail(RpcError error);

    /// Whether it has ended.
    boolean isClosed();
}
