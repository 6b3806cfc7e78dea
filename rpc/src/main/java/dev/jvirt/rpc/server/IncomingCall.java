package dev.jvirt.rpc.server;

import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.layer.ByteLayer;
import java.util.List;

/// A call that is being answered.
public interface IncomingCall {
    /// Who calls.
    ServerConnection connection();

    /// The header of the call.
    FrameHeader header();

    /// The descriptors that came with the call, in order. They are closed after the call: a handler
    /// that needs one for longer duplicates it.
    List<Integer> descriptors();

    /// Sends a descriptor after the reply, after those named before; it is closed here once it is
    /// sent, or if the call fails.
    void replyWith(int descriptor);

    /// Closes the connection once the reply is written.
    void closeAfterReply();

    /// Sends the reply as it is and everything behind it through a layer. What the client sends
    /// goes through it as well, and the client counts as authenticated, from the moment on that
    /// the reply is sent. Nothing happens if the call fails.
    void layerAfterReply(ByteLayer layer);

    /// Opens the stream of this call. It carries data once the reply has been sent; if the call
    /// fails it never opens.
    ///
    /// @param holes whether the client asked for holes
    ServerStream openStream(boolean holes);
}
