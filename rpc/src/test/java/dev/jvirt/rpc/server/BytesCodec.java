package dev.jvirt.rpc.server;

import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;

/// Opaque bytes.
public final class BytesCodec implements XdrCodec<byte[]> {
    public static final BytesCodec BYTES = new BytesCodec();

    private static final int MAX = 64 << 20;

    private BytesCodec() {}

    @Override
    public void write(XdrWriter out, byte[] value) {
        out.writeOpaque(value, MAX);
    }

    @Override
    public byte[] read(XdrReader in) {
        return in.readOpaque(MAX);
    }
}
