package dev.jvirt.rpc.server;

import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.layer.ByteLayer;
import java.nio.ByteBuffer;

/// How a client was let in.
///
/// @param layer that its frames go through
/// @param early packets that have been read already
/// @param peer who it is
public record Admission(ByteLayer layer, ByteBuffer early, TlsPeer peer) {}
