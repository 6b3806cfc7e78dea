package dev.jvirt.protocol;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/// Values of a wire type of which one part is as large as allowed, or one larger. There is one for
/// every limit: of arrays, of bytes, of strings, and of the strings in arrays.
final class LimitSamples {
    private static final int STRING_MAX = 4_194_304;

    private LimitSamples() {}

    /// @param component the name of what is limited
    /// @param limit how large it may be
    /// @param sized the value with a part of that size
    record Sample(String component, int limit, IntFunction<Object> sized) {
        @Override
        public String toString() {
            return component + "<" + limit + ">";
        }
    }

    static List<Sample> of(Class<?> type) {
        var samples = new ArrayList<Sample>();
        if (!type.isRecord()) {
            for (Class<?> arm : type.getPermittedSubclasses()) {
                samples.addAll(of(arm));
            }
            return samples;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Max max = component.getAnnotation(Max.class);
            if (max != null) {
                int limit = max.value();
                samples.add(sample(type, component, limit, size -> whole(component, size)));
            }
            if (isText(component) && (max == null || component.getType() == List.class)) {
                samples.add(sample(type, component, STRING_MAX, size -> text(component, size)));
            }
        }
        return samples;
    }

    private static Sample sample(
            Class<?> type, RecordComponent component, int limit, IntFunction<Object> part) {
        return new Sample(
                component.getName(), limit, size -> record(type, component, part.apply(size)));
    }

    private static boolean isText(RecordComponent component) {
        return component.getType() == String.class
                || component.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] == String.class;
    }

    private static Object record(Class<?> type, RecordComponent large, Object part) {
        var values = new GeneratedValues(new Random(1));
        var arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object other = values.component(component);
            arguments.add(component.getName().equals(large.getName()) ? part : other);
        }
        return GeneratedValues.construct(type, arguments);
    }

    /// As many elements or bytes.
    private static Object whole(RecordComponent component, int size) {
        if (component.getType() == Opaque.class) {
            return new Opaque(new byte[size]);
        }
        if (component.getType() == String.class) {
            return "x".repeat(size);
        }
        var values = new GeneratedValues(new Random(2));
        List<?> some = List.of();
        while (some.isEmpty()) {
            some = (List<?>) values.component(component);
        }
        return Collections.nCopies(size, some.getFirst());
    }

    /// A text of that length, by itself or as the only one.
    private static Object text(RecordComponent component, int size) {
        String text = "x".repeat(size);
        if (component.getType() == Optional.class) {
            return Optional.of(text);
        }
        return component.getType() == List.class ? List.of(text) : text;
    }
}
