package dev.jvirt.protocol;

import dev.jvirt.protocol.wire.Case;
import dev.jvirt.protocol.wire.Chars;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Fixed;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.Wire;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The shapes of our records, in words that can be compared with the recorded ones.
final class WireShape {
    private static final int STRING_MAX = 4_194_304;

    /// What we call by a whole word where libvirt abbreviates.
    private static final Map<String, String> WORDS =
            Map.of(
                    "domain", "dom",
                    "network", "net",
                    "networks", "nets",
                    "messages", "msgs",
                    "count", "ret");

    private final Program program;

    WireShape(Program program) {
        this.program = program;
    }

    /// A name without what differs between the two languages: case, underscores, abbreviations.
    static String word(String name) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(plain, plain);
    }

    List<String> of(Class<?> type) {
        var shape = new ArrayList<String>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                shape.add(word(component.getName()) + ": " + member(component));
            }
            return shape;
        }
        for (Class<?> arm : type.getPermittedSubclasses()) {
            RecordComponent component = arm.getRecordComponents()[0];
            int number = arm.getAnnotation(Case.class).value();
            shape.add(
                    "case %s %s: %s"
                            .formatted(number, word(component.getName()), member(component)));
        }
        return shape;
    }

    private String member(RecordComponent component) {
        return type(component.getGenericType(), component);
    }

    private String type(Type type, RecordComponent component) {
        Max max = component.getAnnotation(Max.class);
        if (type instanceof ParameterizedType generic) {
            String argument = type(generic.getActualTypeArguments()[0], component);
            return generic.getRawType() == Optional.class
                    ? "optional " + argument
                    : argument + "<" + max.value() + ">";
        }
        if (type == Opaque.class) {
            String base = component.isAnnotationPresent(Chars.class) ? "char" : "opaque";
            Fixed fixed = component.getAnnotation(Fixed.class);
            return fixed == null
                    ? base + "<" + max.value() + ">"
                    : base + "[" + fixed.value() + "]";
        }
        if (type == String.class) {
            boolean own = max != null && component.getType() == String.class;
            return "string<" + (own ? max.value() : STRING_MAX) + ">";
        }
        return scalar((Class<?>) type);
    }

    private String scalar(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "word";
        }
        if (type == Long.class) {
            return "long";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        return type.isPrimitive() ? type.getName() : name(type);
    }

    /// libvirt's name of a record.
    private String name(Class<?> type) {
        Struct struct = type.getAnnotation(Struct.class);
        if (struct != null) {
            String prefix = program.name().toLowerCase(Locale.ROOT) + "_";
            for (String name : struct.value()) {
                if (name.startsWith(prefix)) {
                    return word(name);
                }
            }
            return word(struct.value()[0]);
        }
        if (type.isAnnotationPresent(Event.class)) {
            return word(prefix(type.getEnclosingClass()) + type.getSimpleName() + "msg");
        }
        Class<?> call = type.getEnclosingClass();
        return word(prefix(call.getEnclosingClass()) + call.getSimpleName() + "ret");
    }

    private static String prefix(Class<?> wire) {
        return wire.getAnnotation(Wire.class).value().name();
    }
}
