package dev.jvirt.protocol.codegen;

import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// One component of a record: the statement that writes it and the expression that reads it, by its
/// type and limits.
record Component(RecordComponentElement element) {
    /// What libvirt allows in every string that is not limited otherwise (`REMOTE_STRING_MAX`).
    private static final int STRING_MAX = 4_194_304;

    String write(String value) {
        return write(element.asType(), value);
    }

    String read() {
        return isList() ? reader() + "(in)" : read(element.asType());
    }

    boolean isList() {
        return nameOf(element.asType()).equals("java.util.List");
    }

    /// The name of the method that reads this list.
    String reader() {
        String name = element.getSimpleName().toString();
        return "read" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /// The most elements, bytes or characters.
    Object limit() {
        return annotation("Max")
                .or(() -> annotation("Fixed"))
                .orElseThrow(
                        () -> new WireException(element, "a list or opaque needs @Max or @Fixed"))
                .value("value");
    }

    private String write(TypeMirror type, String value) {
        return switch (nameOf(type)) {
            case "java.util.Optional" ->
                    "out.writePresent(%s.isPresent()); if (%s.isPresent()) { %s }"
                            .formatted(value, value, write(argument(type), value + ".get()"));
            case "java.util.List" ->
                    "out.writeCount(%s.size(), %s); for (var item : %s) { %s }"
                            .formatted(value, limit(), value, write(argument(type), "item"));
            case "java.lang.String" -> "out.writeString(%s, %s);".formatted(value, stringLimit());
            case "dev.jvirt.protocol.wire.Opaque" ->
                    "out.write%s(%s.bytes(), %s);".formatted(opaque(), value, limit());
            default -> {
                String simple = simple(type);
                yield simple.isEmpty()
                        ? "%s.write(out, %s);".formatted(codec(type), value)
                        : "out.write%s(%s);".formatted(simple, value);
            }
        };
    }

    String read(TypeMirror type) {
        return switch (nameOf(type)) {
            case "java.util.Optional" ->
                    "in.readPresent() ? java.util.Optional.of(%s) : java.util.Optional.empty()"
                            .formatted(read(argument(type)));
            case "java.lang.String" -> "in.readString(%s)".formatted(stringLimit());
            case "dev.jvirt.protocol.wire.Opaque" ->
                    "new dev.jvirt.protocol.wire.Opaque(in.read%s(%s))"
                            .formatted(opaque(), limit());
            default -> {
                String simple = simple(type);
                yield simple.isEmpty()
                        ? codec(type) + ".read(in)"
                        : "in.read%s()".formatted(simple);
            }
        };
    }

    /// The part of the names of the reader's and writer's methods that stands for a type without
    /// limits; empty for a struct.
    private static String simple(TypeMirror type) {
        return switch (nameOf(type)) {
            case "int", "java.lang.Integer" -> "Int";
            case "long", "java.lang.Long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            case "byte" -> "Byte";
            case "short" -> "Short";
            case "java.util.UUID" -> "Uuid";
            default -> "";
        };
    }

    private String codec(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement struct
                && Message.isPart(struct)) {
            return Source.codec(struct);
        }
        throw new WireException(element, type + " has no form on the wire");
    }

    private String opaque() {
        return (annotation("Fixed").isPresent() ? "Fixed" : "")
                + (annotation("Chars").isPresent() ? "CharArray" : "Opaque");
    }

    private Object stringLimit() {
        return isList()
                ? STRING_MAX
                : annotation("Max").map(max -> max.value("value")).orElse(STRING_MAX);
    }

    private Optional<Mark> annotation(String name) {
        return Mark.find(element, name);
    }

    private static TypeMirror argument(TypeMirror type) {
        return ((DeclaredType) type).getTypeArguments().getFirst();
    }

    private static String nameOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }
}
