package dev.jvirt.rpc.server;

import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;

/// One word.
public final class IntCodec implements XdrCodec<Integer> {
    public static final IntCodec INT = new IntCodec();

    private IntCodec() {}

    @Override
    public void write(XdrWriter out, Integer value) {
        out.writeInt(value);
    }

    @Override
    public Integer read(XdrReader in) {
        return in.readInt();
    }
}
