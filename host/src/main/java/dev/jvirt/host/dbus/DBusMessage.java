package dev.jvirt.host.dbus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message: its kind, its number, what its head says, and its values.
///
/// @param fields of the head, by number
public record DBusMessage(int type, int serial, Map<Integer, Object> fields, List<Object> values) {
    static final int CALL = 1;
    static final int RETURN = 2;
    static final int ERROR = 3;

    /// Bytes from which the whole length is known.
    static final int PREFIX = 16;

    private static final int VERSION = 1;
    private static final int MAX_SIZE = 16 << 20;
    private static final int PATH = 1;
    private static final int INTERFACE = 2;
    private static final int MEMBER = 3;
    private static final int ERROR_NAME = 4;
    private static final int REPLY_SERIAL = 5;
    private static final int DESTINATION = 6;
    private static final int SIGNATURE = 8;

    /// Reads a whole message.
    public static DBusMessage parse(byte[] bytes) throws IOException {
        int size = size(bytes);
        if (size != bytes.length) {
            throw new IOException("a message of D-Bus is shorter than it says");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(order(bytes));
        int bodySize = in.getInt(4);
        var head = new DBusReader(in.slice(0, size - bodySize).order(in.order()));
        List<Object> start = head.values("yyyyuua(yv)");
        var fields = new LinkedHashMap<Integer, Object>();
        for (Object field : (List<?>) start.getLast()) {
            List<?> pair = (List<?>) field;
            fields.put((Byte) pair.getFirst() & 0xff, ((DBusVariant) pair.getLast()).value());
        }
        var body = new DBusReader(in.slice(size - bodySize, bodySize).order(in.order()));
        String signature = text(fields, SIGNATURE).orElse("");
        return new DBusMessage(bytes[1] & 0xff, in.getInt(8), fields, body.values(signature));
    }

    /// How long the message is that begins so.
    static int size(byte[] prefix) throws IOException {
        if (prefix.length < PREFIX) {
            throw new IOException("a message of D-Bus is shorter than it says");
        }
        ByteBuffer in = ByteBuffer.wrap(prefix).order(order(prefix));
        long body = Integer.toUnsignedLong(in.getInt(4));
        long head = (PREFIX + Integer.toUnsignedLong(in.getInt(12)) + 7) / 8 * 8;
        if (prefix[3] != VERSION || head + body > MAX_SIZE) {
            throw new IOException("this is no message of D-Bus, or too long");
        }
        return (int) (head + body);
    }

    private static ByteOrder order(byte[] prefix) throws IOException {
        return switch (prefix[0]) {
            case 'l' -> ByteOrder.LITTLE_ENDIAN;
            case 'B' -> ByteOrder.BIG_ENDIAN;
            default -> throw new IOException("this is no message of D-Bus");
        };
    }

    /// Writes a call.
    static byte[] call(int serial, DBusCall call) throws IOException {
        byte[] body = new DBusWriter().values(call.signature(), call.values()).bytes();
        var fields = new ArrayList<List<?>>();
        fields.add(List.of((byte) PATH, new DBusVariant("o", call.path())));
        fields.add(List.of((byte) INTERFACE, DBusVariant.of(call.type())));
        fields.add(List.of((byte) MEMBER, DBusVariant.of(call.member())));
        fields.add(List.of((byte) DESTINATION, DBusVariant.of(call.destination())));
        if (!call.signature().isEmpty()) {
            fields.add(List.of((byte) SIGNATURE, new DBusVariant("g", call.signature())));
        }
        List<?> head =
                List.of(
                        (byte) 'l',
                        (byte) CALL,
                        (byte) 0,
                        (byte) VERSION,
                        body.length,
                        serial,
                        fields);
        byte[] start = new DBusWriter().values("yyyyuua(yv)", head).align(8).bytes();
        return ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
    }

    /// The number of the call that it answers; 0 if it answers none.
    int answers() {
        return fields.get(REPLY_SERIAL) instanceof Integer serial ? serial : 0;
    }

    /// The error that it tells.
    DBusException error() {
        String why = !values.isEmpty() && values.getFirst() instanceof String text ? text : "";
        return new DBusException(text(fields, ERROR_NAME).orElse(""), why);
    }

    private static Optional<String> text(Map<Integer, Object> fields, int field) {
        return fields.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
