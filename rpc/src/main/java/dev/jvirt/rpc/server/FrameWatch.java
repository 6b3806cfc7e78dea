package dev.jvirt.rpc.server;

import dev.jvirt.rpc.frame.Frame;
import java.nio.ByteBuffer;

/// Sees every frame of one connection. What it does delays the connection, and must not fail.
public interface FrameWatch {
    /// A frame has arrived completely. Called on the connection's reader loop.
    void received(Frame frame);

    /// Whole frames, one or more, are about to be sent. Called on any thread, in the order of
    /// sending; the buffer must be left as it is.
    void sending(ByteBuffer frames);

    /// The connection has ended.
    void closed();
}
