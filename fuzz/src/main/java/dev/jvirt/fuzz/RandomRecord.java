package dev.jvirt.fuzz;

import dev.jvirt.protocol.wire.Fixed;
import dev.jvirt.protocol.wire.Opaque;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Random values of wire records, small enough to be good seeds.
final class RandomRecord {
    private static final List<String> TEXTS =
            List.of("", "web", "default", "<domain/>", "/a/b", "ä中\ud83d\ude00");
    private static final int LONGEST_LIST = 3;
    private static final int LONGEST_OPAQUE = 9;

    private final Random random;
    private final Choice choice;

    /// Who may choose the value of a component.
    @FunctionalInterface
    interface Choice {
        /// The value, empty to leave it to chance.
        Optional<Object> of(RecordComponent component);
    }

    RandomRecord(long seed) {
        this(seed, _ -> Optional.empty());
    }

    RandomRecord(long seed, Choice choice) {
        random = new Random(seed);
        this.choice = choice;
    }

    Object of(Class<?> type) {
        if (!type.isRecord()) {
            Class<?>[] arms = type.getPermittedSubclasses();
            return of(arms[random.nextInt(arms.length)]);
        }
        var values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object other = value(component.getGenericType(), component);
            values.add(choice.of(component).orElse(other));
        }
        return Hidden.construct(type.getName(), values.toArray());
    }

    /// An element of a list.
    Object element(RecordComponent list) {
        var type = (ParameterizedType) list.getGenericType();
        return value(type.getActualTypeArguments()[0], list);
    }

    private Object value(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return random.nextBoolean()
                        ? Optional.of(value(element, component))
                        : Optional.empty();
            }
            var list = new ArrayList<>();
            for (int i = random.nextInt(LONGEST_LIST); i > 0; i--) {
                list.add(value(element, component));
            }
            return list;
        }
        if (type == Opaque.class) {
            Fixed fixed = component.getAnnotation(Fixed.class);
            int length = fixed == null ? random.nextInt(LONGEST_OPAQUE) : fixed.value();
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return new Opaque(bytes);
        }
        return scalar((Class<?>) type);
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> random.nextInt(LONGEST_LIST);
            case "long", "Long" -> random.nextLong();
            case "double" -> random.nextDouble();
            case "byte" -> (byte) random.nextInt();
            case "short" -> (short) random.nextInt();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "String" -> TEXTS.get(random.nextInt(TEXTS.size()));
            default -> of(type);
        };
    }
}
