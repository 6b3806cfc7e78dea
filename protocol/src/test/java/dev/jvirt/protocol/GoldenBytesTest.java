package dev.jvirt.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.protocol.shape.Leaf;
import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.protocol.shape.PieceReader;
import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages between C clients and C daemons: we read in them what was said, and would have said it
/// with the same bytes.
class GoldenBytesTest {
    private static final Map<String, Class<?>> RECORDS = records();

    static List<GoldenMessage> messages() {
        return GoldenMessage.all();
    }

    private static Map<String, Class<?>> records() {
        var records = new HashMap<String, Class<?>>();
        for (Class<?> wire : WireDefinition.interfaces()) {
            int program = wire.getAnnotation(Wire.class).value().number();
            for (Class<?> type : wire.getDeclaredClasses()) {
                Optional.ofNullable(type.getAnnotation(Procedure.class))
                        .ifPresent(p -> records.put(program + " " + p.number(), type));
                Optional.ofNullable(type.getAnnotation(Event.class))
                        .ifPresent(e -> records.put(program + " " + e.number(), type));
            }
        }
        return records;
    }

    @Test
    void thereAreManyOfBothDirectionsAndOfEveryKind() {
        assertThat(messages()).hasSizeGreaterThan(150);
        assertThat(messages()).filteredOn(GoldenMessage::toServer).hasSizeGreaterThan(50);
        assertThat(messages())
                .extracting(GoldenMessage::kind)
                .contains("call", "reply", "error", "event", "data", "hole", "end");
        assertThat(messages())
                .extracting(GoldenMessage::program)
                .contains("remote", "qemu", "admin", "keepalive");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void headerSaysWhatWasSaid(GoldenMessage message) throws IOException {
        FrameHeader header = frame(message.frame()).header();

        assertThat(WireShapes.program(header.program()))
                .contains(Program.valueOf(message.program().toUpperCase(Locale.ROOT)));
        assertThat(header.version()).isEqualTo(1);
        assertThat(WireShapes.find(header.program(), header.procedure()))
                .map(MessageShape::name)
                .contains(message.procedure());
        assertThat(header.serial()).isEqualTo(message.serial());
        assertThat(List.of(header.type(), header.status())).isEqualTo(typeAndStatus(message));
    }

    private static List<Integer> typeAndStatus(GoldenMessage message) {
        return switch (message.kind()) {
            case "call" -> List.of(MessageType.CALL, MessageStatus.OK);
            case "reply" -> List.of(MessageType.REPLY, MessageStatus.OK);
            case "error" -> List.of(MessageType.REPLY, MessageStatus.ERROR);
            case "event" -> List.of(MessageType.MESSAGE, MessageStatus.OK);
            case "data" -> List.of(MessageType.STREAM, MessageStatus.CONTINUE);
            case "hole" -> List.of(MessageType.STREAM_HOLE, MessageStatus.CONTINUE);
            case "end" -> List.of(MessageType.STREAM, MessageStatus.OK);
            default -> throw new IllegalArgumentException(message.kind());
        };
    }

    @ParameterizedTest
    @MethodSource("messages")
    void valuesAreWhatWasSaid(GoldenMessage message) throws Exception {
        Frame frame = frame(message.frame());

        Map<String, String> values =
                switch (message.kind()) {
                    case "error" -> error(read(frame));
                    case "hole" -> hole(frame);
                    case "data" -> Map.of("data", data(frame));
                    case "end" -> Map.of();
                    default -> Flattened.of(decoded(frame));
                };

        assertThat(values).containsAllEntriesOf(message.values());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shapeSeesTheSameAsTheCodec(GoldenMessage message) throws Exception {
        Frame frame = frame(message.frame());
        if (!List.of("call", "reply", "event").contains(message.kind())) {
            return;
        }
        FrameHeader header = frame.header();
        var shape = WireShapes.find(header.program(), header.procedure()).orElseThrow();
        var reader = new PieceReader(frame.data(), frame.offset(), frame.length());

        var pieces = reader.read(message.kind().equals("reply") ? shape.reply() : shape.body());

        assertThat(reader.position()).isEqualTo(frame.offset() + frame.length());
        assertThat(Flattened.of(frame.data(), Leaf.of(pieces)))
                .isEqualTo(Flattened.of(decoded(frame)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatWeSayHasTheSameBytes(GoldenMessage message) throws Exception {
        Frame frame = frame(message.frame());
        var out = new XdrWriter();
        int start = Frames.begin(out, frame.header());

        switch (message.kind()) {
            case "error" -> RpcErrorCodec.INSTANCE.write(out, read(frame));
            case "hole" -> {
                var in = frame.payload();
                out.writeLong(in.readLong());
                out.writeInt(in.readInt());
            }
            case "data" -> out.writeRaw(ByteBuffer.wrap(raw(frame)), frame.length());
            case "end" -> assertThat(frame.length()).isZero();
            default -> writeDecoded(out, frame);
        }
        Frames.end(out, start);

        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(message.hex());
    }

    private static void writeDecoded(XdrWriter out, Frame frame)
            throws ReflectiveOperationException {
        Object value = decoded(frame);
        byte[] bytes = Codecs.encode(value.getClass(), value);
        out.writeRaw(ByteBuffer.wrap(bytes), bytes.length);
    }

    private static Object decoded(Frame frame) throws ReflectiveOperationException {
        FrameHeader header = frame.header();
        Class<?> record = RECORDS.get(header.program() + " " + header.procedure());
        Class<?> type = record;
        if (record != null && header.type() == MessageType.REPLY) {
            type = WireDefinition.reply(record).orElse(null);
        }
        if (type == null) {
            assertThat(frame.length()).as("nothing is said").isZero();
            return Empty.INSTANCE;
        }
        return Codecs.decode(type, frame.payload());
    }

    private static RpcError read(Frame frame) {
        return RpcErrorCodec.INSTANCE.read(frame.payload());
    }

    private static Map<String, String> error(RpcError error) {
        var values = new HashMap<String, String>();
        values.put("code", Integer.toString(error.code()));
        values.put("domain", Integer.toString(error.domain()));
        values.put("level", Integer.toString(error.level()));
        values.put("message", Optional.ofNullable(error.message()).orElse("-"));
        values.put("str1", Optional.ofNullable(error.str1()).orElse("-"));
        values.put("str2", Optional.ofNullable(error.str2()).orElse("-"));
        values.put("int1", Integer.toString(error.int1()));
        values.put("int2", Integer.toString(error.int2()));
        return values;
    }

    private static Map<String, String> hole(Frame frame) {
        var in = frame.payload();
        return Map.of(
                "length", Long.toString(in.readLong()), "flags", Integer.toString(in.readInt()));
    }

    private static String data(Frame frame) {
        return HexFormat.of().formatHex(raw(frame));
    }

    private static byte[] raw(Frame frame) {
        return Arrays.copyOfRange(frame.data(), frame.offset(), frame.offset() + frame.length());
    }

    private static Frame frame(byte[] bytes) throws IOException {
        var reader = new FrameReader(false);
        var source = ByteBuffer.wrap(bytes);
        while (source.hasRemaining()) {
            reader.fill(
                    into -> {
                        int count = Math.min(into.remaining(), source.remaining());
                        into.put(source.slice(source.position(), count));
                        source.position(source.position() + count);
                        return count;
                    });
        }
        return Optional.ofNullable(reader.next()).orElseThrow();
    }
}
