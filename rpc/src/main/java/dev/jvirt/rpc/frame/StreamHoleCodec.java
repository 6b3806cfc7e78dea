package dev.jvirt.rpc.frame;

import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;

/// The payload of a hole: its length, and flags that no version has given a meaning.
public final class StreamHoleCodec implements XdrCodec<Long> {
    public static final StreamHoleCodec INSTANCE = new StreamHoleCodec();

    private StreamHoleCodec() {}

    @Override
    public void write(XdrWriter out, Long length) {
        out.writeLong(length);
        out.writeInt(0);
    }

    @Override
    public Long read(XdrReader in) {
        long length = in.readLong();
        in.readInt();
        return length;
    }
}
