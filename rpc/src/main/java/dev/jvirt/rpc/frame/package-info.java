/// Frames: the messages of a connection, each a length word, a header of 24 bytes and a payload.
///
/// [FrameHeader] says what a frame is, [FrameReader] cuts frames out of the bytes that arrive,
/// [Frames] writes them. [KeepAlive] decides when to ping a peer and when to give it up. Client and
/// server share all of it.
@NullMarked
package dev.jvirt.rpc.frame;

import org.jspecify.annotations.NullMarked;
