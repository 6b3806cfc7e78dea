package dev.jvirt.rpc.server;

import dev.jvirt.rpc.xdr.XdrCodec;

/// Takes an event: a client, or an [EncodedEvent] that is made for many of them.
public interface EventTarget {
    /// Takes it.
    <T> void sendEvent(int program, int version, int procedure, XdrCodec<T> codec, T event);
}
