package dev.jvirt.rpc.xdr;

import org.jspecify.annotations.NullUnmarked;

/// Calls without arguments or results have an empty payload.
@NullUnmarked
final class NothingCodec implements XdrCodec<Void> {
    @Override
    public void write(XdrWriter out, Void value) {}

    @Override
    public Void read(XdrReader in) {
        return null;
    }
}
