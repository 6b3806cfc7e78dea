package dev.jvirt.protocol;

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

/// Random values of any wire record, small enough to be quick.
final class GeneratedValues {
    private static final String LETTERS = "abcXYZ 019<>&'\"/äßпр\u4e2d\ud83d\ude00";

    private final Random random;

    GeneratedValues(Random random) {
        this.random = random;
    }

    Object of(Class<?> type) {
        if (!type.isRecord()) {
            Class<?>[] arms = type.getPermittedSubclasses();
            return of(arms[random.nextInt(arms.length)]);
        }
        var arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            arguments.add(component(component));
        }
        return construct(type, arguments);
    }

    Object component(RecordComponent component) {
        return value(component.getGenericType(), component);
    }

    static Object construct(Class<?> type, List<?> arguments) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            return constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return random.nextBoolean()
                        ? Optional.of(value(argument, component))
                        : Optional.empty();
            }
            var list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(argument, component));
            }
            return list;
        }
        if (type == Opaque.class) {
            Fixed fixed = component.getAnnotation(Fixed.class);
            var bytes = new byte[fixed == null ? random.nextInt(14) : fixed.value()];
            random.nextBytes(bytes);
            return new Opaque(bytes);
        }
        return scalar((Class<?>) type);
    }

    private Object scalar(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return random.nextInt();
        }
        if (type == long.class || type == Long.class) {
            return random.nextLong();
        }
        if (type == double.class) {
            return random.nextDouble();
        }
        if (type == byte.class) {
            return (byte) random.nextInt();
        }
        if (type == short.class) {
            return (short) random.nextInt();
        }
        if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (type == String.class) {
            return text();
        }
        return of(type);
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.appendCodePoint(
                    LETTERS.codePointAt(
                            LETTERS.offsetByCodePoints(
                                    0,
                                    random.nextInt(LETTERS.codePointCount(0, LETTERS.length())))));
        }
        return text.toString();
    }
}
