package dev.jvirt.rpc.frame;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import org.jspecify.annotations.Nullable;

/// `virNetMessageError`, the payload of every ERROR reply.
public final class RpcErrorCodec implements XdrCodec<RpcError> {
    public static final RpcErrorCodec INSTANCE = new RpcErrorCodec();

    private static final int STRING_MAX = 4_194_304;

    private RpcErrorCodec() {}

    @Override
    public void write(XdrWriter out, RpcError error) {
        out.writeInt(error.code());
        out.writeInt(error.domain());
        writeString(out, error.message());
        out.writeInt(error.level());
        out.writePresent(false); // the domain
        writeString(out, error.str1());
        writeString(out, error.str2());
        writeString(out, error.str3());
        out.writeInt(error.int1());
        out.writeInt(error.int2());
        out.writePresent(false); // the network
    }

    @Override
    public RpcError read(XdrReader in) {
        int code = in.readInt();
        int domain = in.readInt();
        String message = readString(in);
        int level = in.readInt();
        if (in.readPresent()) {
            in.readString(STRING_MAX);
            in.readUuid();
            in.readInt();
        }
        String str1 = readString(in);
        String str2 = readString(in);
        String str3 = readString(in);
        int int1 = in.readInt();
        int int2 = in.readInt();
        if (in.readPresent()) {
            in.readString(STRING_MAX);
            in.readUuid();
        }
        return new RpcError(code, domain, message, level, str1, str2, str3, int1, int2);
    }

    private static void writeString(XdrWriter out, @Nullable String value) {
        out.writePresent(value != null);
        if (value != null) {
            out.writeString(value, STRING_MAX);
        }
    }

    private static @Nullable String readString(XdrReader in) {
        return in.readPresent() ? in.readString(STRING_MAX) : null;
    }
}
