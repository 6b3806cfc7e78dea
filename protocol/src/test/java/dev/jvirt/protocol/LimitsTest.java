package dev.jvirt.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.protocol.LimitSamples.Sample;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every limit of every field: what is as large as allowed travels, what is one larger does not
/// leave this side, and is refused from the other before memory is taken for it.
class LimitsTest {
    private static final Pattern LIMIT = Pattern.compile("<(\\d+)>");
    private static final Set<String> PROGRAMS = Set.of("remote", "qemu", "lxc", "admin");

    static List<Class<?>> encoded() {
        return WireDefinition.encoded();
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void whatIsAsLargeAsAllowedArrives(Class<?> type) {
        var codec = Codecs.of(type);

        for (Sample sample : LimitSamples.of(type)) {
            Object value = sample.sized().apply(sample.limit());
            byte[] bytes = encode(codec, value);

            assertThat(codec.read(new XdrReader(bytes, 0, bytes.length)))
                    .as(sample.toString())
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void whatIsOneLargerIsNotSent(Class<?> type) {
        var codec = Codecs.of(type);

        for (Sample sample : LimitSamples.of(type)) {
            Object value = sample.sized().apply(sample.limit() + 1);

            assertThatThrownBy(() -> encode(codec, value))
                    .as(sample.toString())
                    .isInstanceOf(XdrException.class)
                    .hasMessageContaining("limit " + sample.limit());
        }
    }

    /// No array has the largest number of elements: who makes room for it first runs out of memory.
    @ParameterizedTest
    @MethodSource("encoded")
    void whatIsOneLargerIsRefusedBeforeMemoryIsTakenForIt(Class<?> type) {
        var codec = Codecs.of(type);

        for (Sample sample : LimitSamples.of(type)) {
            var announcing = new Announcing(codec, sample);
            for (int count :
                    new int[] {sample.limit() + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
                String message = refused(codec, announcing.bytes(count));

                assertThat(message)
                        .as("%s with %d", sample, count)
                        .endsWith("is above the limit " + sample.limit());
            }
        }
    }

    /// Payloads in which the field says how large it is, and in which there is room for it.
    private static final class Announcing {
        private final byte[] bytes;
        private final int at;

        Announcing(XdrCodec<Object> codec, Sample sample) {
            byte[] one = encode(codec, sample.sized().apply(1));
            byte[] two = encode(codec, sample.sized().apply(2));
            // The first difference is in the count.
            at = Arrays.mismatch(one, two) & ~3;
            bytes = Arrays.copyOf(one, one.length + sample.limit() + 4);
        }

        byte[] bytes(int count) {
            ByteBuffer.wrap(bytes).putInt(at, count);
            return bytes;
        }
    }

    private static String refused(XdrCodec<Object> codec, byte[] bytes) {
        try {
            codec.read(new XdrReader(bytes, 0, bytes.length));
        } catch (XdrException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("it was taken");
    }

    private static byte[] encode(XdrCodec<Object> codec, Object value) {
        var out = new XdrWriter();
        codec.write(out, value);
        return out.toByteArray();
    }

    @Test
    void everyRecordedLimitOfAStructureIsTried() {
        var types = new RecordedTypes();

        recorded()
                .forEach(
                        (name, type) ->
                                assertThat(tried(type))
                                        .as(name)
                                        .containsAll(limits(types.shape(name))));
    }

    @Test
    void everyConstantThatLimitsAFieldIsTried() {
        var structures = recorded();
        var limiting = new HashSet<String>();
        var tried = new HashSet<String>();
        for (var row : RecordedTable.rows("types")) {
            String symbol = row.get("limit_symbol");
            boolean ours =
                    PROGRAMS.contains(row.get("program"))
                            && row.get("first_version").equals("<=9.0.0")
                            && row.get("shape").equals("variable");
            if (!ours || symbol.equals("-")) {
                continue;
            }
            limiting.add(symbol);
            Class<?> type = structures.get(row.get("type"));
            String limit = WireShape.word(row.get("field")) + "<" + row.get("limit") + ">";
            // A type of its own is tried wherever it is used.
            if (row.get("kind").equals("typedef") || type != null && tried(type).contains(limit)) {
                tried.add(symbol);
            }
        }

        assertThat(limiting).hasSizeGreaterThan(70);
        assertThat(tried).containsAll(limiting);
    }

    /// `field<limit>` for every limit of a type that there is a sample for.
    private static Set<String> tried(Class<?> type) {
        return LimitSamples.of(type).stream()
                .map(sample -> WireShape.word(sample.component()) + "<" + sample.limit() + ">")
                .collect(Collectors.toSet());
    }

    private static Set<String> limits(List<String> shape) {
        var limits = new HashSet<String>();
        for (String member : shape) {
            String name = member.substring(0, member.indexOf(':'));
            String field = name.substring(name.lastIndexOf(' ') + 1);
            LIMIT.matcher(member)
                    .results()
                    .forEach(limit -> limits.add(field + "<" + limit.group(1) + ">"));
        }
        return limits;
    }

    /// Our types by libvirt's names of their structures.
    private static Map<String, Class<?>> recorded() {
        var messages = new HashMap<String, Map<String, String>>();
        for (var row : RecordedTable.rows("procedures")) {
            messages.put(row.get("program") + row.get("name").replace("_", ""), row);
        }
        var types = new HashMap<String, Class<?>>();
        for (Class<?> wire : WireDefinition.interfaces()) {
            Program program = wire.getAnnotation(Wire.class).value();
            for (Class<?> message : wire.getDeclaredClasses()) {
                String key = (program.name() + message.getSimpleName()).toLowerCase(Locale.ROOT);
                var row = messages.getOrDefault(key, Map.of());
                types.put(row.getOrDefault("args", "-"), message);
                if (!message.isAnnotationPresent(Event.class)) {
                    WireDefinition.reply(message)
                            .ifPresent(reply -> types.put(row.getOrDefault("ret", "-"), reply));
                }
            }
        }
        for (Class<?> struct : WireDefinition.structs()) {
            for (String name : struct.getAnnotation(Struct.class).value()) {
                types.put(name, struct);
            }
        }
        types.remove("-");
        return types;
    }
}
