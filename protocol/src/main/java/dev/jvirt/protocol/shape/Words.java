package dev.jvirt.protocol.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.UUID;

/// What the bytes of a [Piece.Value] mean.
public final class Words {
    private Words() {}

    /// The value as text: numbers in decimal, strings as they are, bytes in hexadecimal.
    public static String text(byte[] data, Piece.Value value) {
        int at = value.at();
        return switch (value.shape()) {
            case Shape.Scalar scalar -> scalar(data, at, scalar);
            case Shape.Text _ -> string(data, at, value.length());
            case Shape.Bytes bytes -> hex(bytes(data, value, bytes.chars()));
            case Shape.Maybe _, Shape.Many _, Shape.Structure _, Shape.OneOf _ ->
                    throw new IllegalArgumentException("not a single value: " + value);
        };
    }

    private static String scalar(byte[] data, int at, Shape.Scalar scalar) {
        return switch (scalar) {
            case INT -> Integer.toString(intAt(data, at));
            case LONG -> Long.toString(longAt(data, at));
            case DOUBLE -> Double.toString(Double.longBitsToDouble(longAt(data, at)));
            case BYTE -> Byte.toString((byte) intAt(data, at));
            case SHORT -> Short.toString((short) intAt(data, at));
            case UUID -> new UUID(longAt(data, at), longAt(data, at + Long.BYTES)).toString();
        };
    }

    /// Like a C peer, it stops at a NUL.
    private static String string(byte[] data, int at, int length) {
        int stop = at;
        while (stop < at + length && data[stop] != 0) {
            stop++;
        }
        return new String(data, at, stop - at, UTF_8);
    }

    private static byte[] bytes(byte[] data, Piece.Value value, boolean chars) {
        int step = chars ? Integer.BYTES : 1;
        var bytes = new byte[value.length() / step];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data[value.at() + i * step + step - 1];
        }
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static int intAt(byte[] data, int at) {
        return (data[at] & 0xff) << 24
                | (data[at + 1] & 0xff) << 16
                | (data[at + 2] & 0xff) << 8
                | (data[at + 3] & 0xff);
    }

    private static long longAt(byte[] data, int at) {
        return (long) intAt(data, at) << 32 | (intAt(data, at + 4) & 0xffff_ffffL);
    }
}
