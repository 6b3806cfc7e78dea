package dev.jvirt.fuzz;

import dev.jvirt.host.dbus.DBusCall;
import dev.jvirt.host.dbus.DBusMessage;
import dev.jvirt.host.dbus.DBusVariant;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.ByteSource;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The wire: frames, the primitives of XDR, and every structure.
final class WireTargets {
    /// A structure is chosen by the first two bytes of an input.
    static final int CHOICE = 2;

    private static final int OPERATIONS = 13;
    private static final int LIMIT = 4_194_304;

    /// Lengths that are at or beyond a limit, for the dictionary of Jazzer.
    static final List<String> LENGTHS =
            List.of(
                    "\\x00\\x00\\x00\\x01",
                    "\\x00\\x00\\x40\\x00",
                    "\\x00\\x00\\x40\\x01",
                    "\\x00\\x40\\x00\\x00",
                    "\\x00\\x40\\x00\\x01",
                    "\\x02\\x00\\x00\\x04",
                    "\\x7f\\xff\\xff\\xff",
                    "\\x80\\x00\\x00\\x00",
                    "\\xff\\xff\\xff\\xff");

    private static final List<WireMessage> MESSAGES = WireMessage.all();

    private WireTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                target(
                        "frames",
                        "cutting messages out of what a socket gives",
                        Set.of(RpcException.class),
                        WireTargets::frameSeeds,
                        WireTargets::frames),
                target(
                        "xdr",
                        "the primitives of XDR",
                        Set.of(XdrException.class),
                        WireTargets::primitiveSeeds,
                        WireTargets::primitives),
                target(
                        "messages",
                        "arguments, replies and events of every program",
                        Set.of(XdrException.class),
                        WireTargets::messageSeeds,
                        WireTargets::message),
                target(
                        "errors",
                        "the error in a reply",
                        Set.of(XdrException.class),
                        WireTargets::errorSeeds,
                        WireTargets::error),
                target(
                        "dbus",
                        "messages of D-Bus",
                        Set.of(UncheckedIOException.class),
                        WireTargets::busSeeds,
                        WireTargets::bus));
    }

    private static FuzzTarget target(
            String name,
            String purpose,
            Set<Class<? extends RuntimeException>> refusals,
            Supplier<List<byte[]>> seeds,
            FuzzTarget.Entry entry) {
        return new FuzzTarget(name, purpose, refusals, seeds, LENGTHS, entry);
    }

    private static void bus(byte[] input) {
        try {
            DBusMessage.parse(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> busSeeds() {
        var details = Map.of("pid", DBusVariant.unsigned(7), "name", DBusVariant.of("text"));
        var call =
                new DBusCall(
                        "a.b",
                        "/c",
                        "d.e",
                        "F",
                        "(sa{sv})sa{ss}asbtv",
                        List.of(
                                List.of("unix-process", details),
                                "action",
                                Map.of("key", "value"),
                                List.of("x", ""),
                                true,
                                1L,
                                new DBusVariant("ai", List.of(1, 2))));
        return List.of((byte[]) Hidden.call("dev.jvirt.host.dbus.DBusMessage", "call", 1, call));
    }

    /// Reads frames from pieces of the input, as a socket gives them. The first byte says whether
    /// descriptors may come, and how large the pieces are.
    private static void frames(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int piece = 1 + (input[0] & 0x7f);
        var reader = new FrameReader(input[0] < 0);
        var rest = ByteBuffer.wrap(input, 1, input.length - 1);
        ByteSource source = into -> read(rest, into, piece);
        try {
            while (reader.fill(source) >= 0) {
                for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                    frame.detached().payload().remaining();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int read(ByteBuffer from, ByteBuffer into, int piece) {
        if (!from.hasRemaining()) {
            return -1;
        }
        int count = Math.min(Math.min(piece, from.remaining()), into.remaining());
        into.put(into.position(), from, from.position(), count);
        into.position(into.position() + count);
        from.position(from.position() + count);
        return count;
    }

    private static List<byte[]> frameSeeds() {
        var seeds = new ArrayList<byte[]>();
        for (int length : new int[] {0, 4, 300, 20_000}) {
            var out = new XdrWriter();
            out.writeRaw(new byte[] {(byte) (length == 300 ? 0xff : 0x7f)}, 0, 1);
            for (int type = MessageType.CALL; type <= MessageType.STREAM_HOLE; type++) {
                int start =
                        Frames.begin(
                                out,
                                new FrameHeader(0x20008086, 1, 1, type, type, MessageStatus.OK));
                out.writeRaw(new byte[length], 0, length);
                Frames.end(out, start);
            }
            seeds.add(out.toByteArray());
        }
        return seeds;
    }

    /// Reads one primitive after the other, chosen by a byte each.
    private static void primitives(byte[] input) {
        var in = new XdrReader(input, 0, input.length);
        while (in.remaining() > 0) {
            primitive(in, in.readByte() & 0xff);
        }
    }

    private static void primitive(XdrReader in, int choice) {
        switch (choice % OPERATIONS) {
            case 0 -> in.readInt();
            case 1 -> in.readLong();
            case 2 -> in.readDouble();
            case 3 -> in.readBoolean();
            case 4 -> in.readByte();
            case 5 -> in.readShort();
            case 6 -> in.readString(LIMIT);
            case 7 -> in.readOpaque(LIMIT);
            case 8 -> in.readFixedOpaque(choice);
            case 9 -> in.readCharArray(LIMIT);
            case 10 -> in.readFixedCharArray(choice);
            case 11 -> in.readUuid();
            default -> in.readCount(LIMIT);
        }
    }

    private static List<byte[]> primitiveSeeds() {
        var out = new XdrWriter();
        for (int choice = 0; choice < OPERATIONS; choice++) {
            out.writeInt(choice);
            switch (choice) {
                case 6, 7 -> out.writeOpaque(new byte[] {'a', 'b', 'c', 0, 'e'}, LIMIT);
                case 8 -> out.writeFixedOpaque(new byte[choice], choice);
                case 9 -> out.writeCharArray(new byte[] {1, -1}, LIMIT);
                case 10 -> out.writeFixedCharArray(new byte[choice], choice);
                case 11 -> out.writeRaw(new byte[16], 0, 16);
                case 1, 2 -> out.writeLong(-1);
                default -> out.writeInt(0);
            }
        }
        return List.of(out.toByteArray());
    }

    /// Decodes a structure.
    private static void message(byte[] input) {
        if (input.length >= CHOICE) {
            var codec = MESSAGES.get(choice(input, MESSAGES.size())).codec();
            codec.read(new XdrReader(input, CHOICE, input.length - CHOICE));
        }
    }

    /// Which of that many structures an input is for.
    static int choice(byte[] input, int count) {
        return ((input[0] & 0xff) << 8 | (input[1] & 0xff)) % count;
    }

    /// One input for each structure.
    private static List<byte[]> messageSeeds() {
        var seeds = new ArrayList<byte[]>();
        for (int i = 0; i < MESSAGES.size(); i++) {
            WireMessage message = MESSAGES.get(i);
            var out = new XdrWriter();
            out.writeRaw(new byte[] {(byte) (i >> 8), (byte) i}, 0, CHOICE);
            if (message.type().getRecordComponents().length > 0) {
                message.codec().write(out, new RandomRecord(i).of(message.type()));
            }
            seeds.add(out.toByteArray());
        }
        return seeds;
    }

    private static void error(byte[] input) {
        RpcErrorCodec.INSTANCE.read(new XdrReader(input, 0, input.length));
    }

    private static List<byte[]> errorSeeds() {
        var out = new XdrWriter();
        RpcErrorCodec.INSTANCE.write(
                out, new RpcError(42, 10, "Domain not found", 2, "a", null, "c", 5, 6));
        return List.of(out.toByteArray());
    }
}
