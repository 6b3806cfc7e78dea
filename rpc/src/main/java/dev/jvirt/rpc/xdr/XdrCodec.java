package dev.jvirt.rpc.xdr;

/// How one type is written and read.
public interface XdrCodec<T> {
    /// The codec of an empty payload.
    XdrCodec<Void> NOTHING = new NothingCodec();

    /// @throws XdrException if a limit is exceeded
    void write(XdrWriter out, T value);

    /// @throws XdrException if the bytes end early, exceed a limit or hold an unknown discriminant
    T read(XdrReader in);
}
