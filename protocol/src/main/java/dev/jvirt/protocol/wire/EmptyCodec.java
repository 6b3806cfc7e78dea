package dev.jvirt.protocol.wire;

import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;

/// No bytes at all.
public final class EmptyCodec implements XdrCodec<Empty> {
    public static final EmptyCodec INSTANCE = new EmptyCodec();

    private EmptyCodec() {}

    @Override
    public void write(XdrWriter out, Empty value) {}

    @Override
    public Empty read(XdrReader in) {
        return Empty.INSTANCE;
    }
}
