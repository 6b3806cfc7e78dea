package dev.jvirt.protocol;

import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;

/// The generated codec of any record or union, by its name.
final class Codecs {
    private Codecs() {}

    static byte[] encode(Class<?> type, Object value) {
        if (isEmpty(type)) {
            return new byte[0];
        }
        var out = new XdrWriter();
        of(type).write(out, value);
        return out.toByteArray();
    }

    static Object decode(Class<?> type, XdrReader in) throws ReflectiveOperationException {
        return isEmpty(type) ? type.getDeclaredConstructor().newInstance() : of(type).read(in);
    }

    private static boolean isEmpty(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 0;
    }

    @SuppressWarnings("unchecked")
    static XdrCodec<Object> of(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        String prefix = around != null && around.isRecord() ? around.getSimpleName() : "";
        String name = type.getPackageName() + "." + prefix + type.getSimpleName() + "Codec";
        try {
            return (XdrCodec<Object>) Class.forName(name).getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
