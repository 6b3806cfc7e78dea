package dev.jvirt.protocol;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Records of which one component is as large as allowed, or one larger.
final class LimitSamples {
    private static final int STRING_MAX = 4_194_304;

    private LimitSamples() {}

    record Sample(String component, Object atLimit, Object beyond) {}

    static List<Sample> of(Class<?> type) {
        var samples = new ArrayList<Sample>();
        if (!type.isRecord()) {
            return samples;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Max max = component.getAnnotation(Max.class);
            if (max != null || component.getType() == String.class) {
                int limit = max == null ? STRING_MAX : max.value();
                samples.add(
                        new Sample(
                                type.getSimpleName() + "." + component.getName(),
                                record(type, component, limit),
                                record(type, component, limit + 1)));
            }
        }
        return samples;
    }

    private static Object record(Class<?> type, RecordComponent large, int size) {
        var values = new GeneratedValues(new Random(1));
        var arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            arguments.add(
                    component.getName().equals(large.getName())
                            ? sized(values, component, size)
                            : values.component(component));
        }
        return GeneratedValues.construct(type, arguments);
    }

    private static Object sized(GeneratedValues values, RecordComponent component, int size) {
        if (component.getType() == String.class) {
            return "x".repeat(size);
        }
        if (component.getType() == Opaque.class) {
            return new Opaque(new byte[size]);
        }
        List<?> some = List.of();
        while (some.isEmpty()) {
            some = (List<?>) values.component(component);
        }
        return Collections.nCopies(size, some.getFirst());
    }
}
