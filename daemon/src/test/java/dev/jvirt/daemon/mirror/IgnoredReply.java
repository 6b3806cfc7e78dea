package dev.jvirt.daemon.mirror;

import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;

/// A reply that nobody looks at.
final class IgnoredReply implements XdrCodec<Empty> {
    @Override
    public void write(XdrWriter out, Empty value) {}

    @Override
    public Empty read(XdrReader in) {
        return Empty.INSTANCE;
    }
}
