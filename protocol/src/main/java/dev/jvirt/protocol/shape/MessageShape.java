package dev.jvirt.protocol.shape;

import dev.jvirt.protocol.shape.Shape.Structure;

/// A call or an event.
///
/// @param name libvirt's name of it
/// @param kind what it is
/// @param body the arguments of a call; what an event tells
/// @param reply the result of a call
public record MessageShape(String name, Kind kind, Structure body, Structure reply) {

    /// What a message is.
    public enum Kind {
        /// A call.
        CALL,
        /// A call that opens a stream.
        STREAM_CALL,
        /// A message that the server sends unasked.
        EVENT
    }
}
