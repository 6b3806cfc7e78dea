package dev.jvirt.daemon.mirror;

import dev.jvirt.api.Flag;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.StreamChannel;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Makes values of any type that the API speaks of: small positive numbers, short names, one flag
/// at a time, so that no check of the API refuses them.
final class Values {
    private final Random random;
    private int least;
    private final Map<Class<?>, Function<Values, Object>> rules = new HashMap<>();
    private final Map<Class<?>, BiFunction<RecordComponent, Values, Object>> componentRules =
            new HashMap<>();

    Values(long seed) {
        random = new Random(seed);
    }

    /// Makes the values of one type in a way of its own.
    <T> Values rule(Class<T> type, Function<Values, ? extends T> maker) {
        rules.put(type, maker::apply);
        return this;
    }

    /// Makes the components of one type in a way of their own.
    Values componentRule(Class<?> type, BiFunction<RecordComponent, Values, Object> maker) {
        componentRules.put(type, maker);
        return this;
    }

    /// Makes lists that are not empty.
    Values fullLists() {
        least = 1;
        return this;
    }

    /// A number from 0 on, below `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// One of `choices`.
    <T> T choose(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /// A name that is not empty.
    String word() {
        return choose(List.of("web", "größe", "a b", "x/y", "名")) + below(1000);
    }

    /// A value of the type.
    Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        var plain = (Class<?>) type;
        var rule = rules.get(plain);
        if (rule != null) {
            return rule.apply(this);
        }
        return ofClass(plain);
    }

    private Object ofGeneric(Class<?> raw, Type[] arguments) {
        var rule = rules.get(raw);
        if (rule != null) {
            return rule.apply(this);
        }
        if (raw == Optional.class) {
            return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(of(arguments[0]));
        }
        if (raw == List.class) {
            var list = new ArrayList<>();
            for (int i = least + below(4); i > 0; i--) {
                list.add(of(arguments[0]));
            }
            return List.copyOf(list);
        }
        if (raw == Flags.class) {
            var flag = (Flag) choose(List.of(((Class<?>) arguments[0]).getEnumConstants()));
            return new Flags<>(random.nextInt(3) == 0 ? 0 : flag.bit());
        }
        throw new AssertionError("no values for %s of %s".formatted(raw, List.of(arguments)));
    }

    private Object ofClass(Class<?> type) {
        if (type.isRecord()) {
            return ofRecord(type);
        }
        if (type.isSealed()) {
            return of(choose(List.of(type.getPermittedSubclasses())));
        }
        if (type.isEnum()) {
            return choose(List.of(type.getEnumConstants()));
        }
        return switch (type.getName()) {
            case "int" -> 1 + below(1000);
            case "long" -> 1 + random.nextLong(1L << 40);
            case "boolean" -> random.nextBoolean();
            case "double" -> random.nextInt(1000) / 8.0;
            case "byte" -> (byte) random.nextInt();
            case "[B" -> bytes();
            case "java.lang.String" -> word();
            case "java.lang.Integer" -> 1 + below(1000);
            case "java.lang.Long" -> 1 + random.nextLong(1L << 40);
            case "java.lang.Boolean" -> random.nextBoolean();
            case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "java.util.OptionalInt" ->
                    random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(below(1000));
            case "java.util.OptionalLong" ->
                    random.nextInt(4) == 0
                            ? OptionalLong.empty()
                            : OptionalLong.of(random.nextInt(1 << 30));
            case "java.util.OptionalDouble" ->
                    random.nextInt(4) == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(below(1000) / 4.0);
            case "dev.jvirt.api.driver.StreamChannel" -> new EndedChannel();
            default -> throw new AssertionError("no values for " + type);
        };
    }

    private byte[] bytes() {
        var bytes = new byte[below(20) + 1];
        random.nextBytes(bytes);
        return bytes;
    }

    private Object ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = ofComponent(components[i]);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a " + type, e);
        }
    }

    private Object ofComponent(RecordComponent component) {
        var rule = componentRules.get(component.getType());
        return rule == null ? of(component.getGenericType()) : rule.apply(component, this);
    }

    /// A stream whose data ended before it began.
    private static final class EndedChannel implements StreamChannel {
        @Override
        public int read(ByteBuffer into) {
            return -1;
        }

        @Override
        public void write(ByteBuffer from) {
            from.position(from.limit());
        }

        @Override
        public void finish() {}

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }
}
