package dev.jvirt.protocol.codegen;

import java.util.List;
import java.util.Locale;
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

    private static final String OPAQUE = "dev.jvirt.protocol.wire.Opaque";

    static List<Component> of(TypeElement record) {
        return record.getRecordComponents().stream().map(Component::new).toList();
    }

    /// The statement that writes this component of the record `owner`.
    String write(String owner) {
        return write(element.asType(), "%s.%s()".formatted(owner, element.getSimpleName()));
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
            case OPAQUE -> "out.write%s(%s.bytes(), %s);".formatted(opaque(), value, limit());
            default ->
                    plain(type)
                            .map(name -> "out.write%s(%s);".formatted(name, value))
                            .orElseGet(() -> "%s.write(out, %s);".formatted(codec(type), value));
        };
    }

    /// The expression that reads this component.
    String read() {
        return isList() ? listReaderName() + "(in)" : read(element.asType());
    }

    private String read(TypeMirror type) {
        return switch (nameOf(type)) {
            case "java.util.Optional" ->
                    "in.readPresent() ? java.util.Optional.of(%s) : java.util.Optional.empty()"
                            .formatted(read(argument(type)));
            case "java.lang.String" -> "in.readString(%s)".formatted(stringLimit());
            case OPAQUE -> "new %s(in.read%s(%s))".formatted(OPAQUE, opaque(), limit());
            default ->
                    plain(type)
                            .map("in.read%s()"::formatted)
                            .orElseGet(() -> codec(type) + ".read(in)");
        };
    }

    /// The method that reads this list; no text for other components. A count costs the peer
    /// nothing, so it takes no more memory than what was sent could fill.
    String listReader() {
        if (!isList()) {
            return "";
        }
        TypeMirror type = argument(element.asType());
        return """
        private static java.util.List<%1$s> %2$s(XdrReader in) {
            int count = in.readCount(%3$s);
            var list = new java.util.ArrayList<%1$s>(Math.min(count, in.remaining() / 4));
            for (int i = 0; i < count; i++) {
                list.add(%4$s);
            }
            return list;
        }
        """
                .formatted(type, listReaderName(), limit(), read(type))
                .indent(4);
    }

    /// The expression for its [Shapes].
    String shape() {
        return "new Shape.Field(\"%s\", %s, %s)"
                .formatted(
                        element.getSimpleName(),
                        shape(element.asType()),
                        Mark.find(element, "Secret").isPresent());
    }

    private String shape(TypeMirror type) {
        return switch (nameOf(type)) {
            case "java.util.Optional" -> "new Shape.Maybe(%s)".formatted(shape(argument(type)));
            case "java.util.List" ->
                    "new Shape.Many(%s, %s)".formatted(shape(argument(type)), limit());
            case "java.lang.String" -> "new Shape.Text(%s)".formatted(stringLimit());
            case OPAQUE ->
                    "new Shape.Bytes(%s, %s, %s)"
                            .formatted(
                                    limit(),
                                    Mark.find(element, "Fixed").isPresent(),
                                    Mark.find(element, "Chars").isPresent());
            default ->
                    plain(type)
                            .map(name -> "Shape.Scalar." + name.toUpperCase(Locale.ROOT))
                            .orElseGet(() -> Shapes.part(partOf(type)));
        };
    }

    private boolean isList() {
        return nameOf(element.asType()).equals("java.util.List");
    }

    private String listReaderName() {
        return "read_" + element.getSimpleName();
    }

    /// How the methods end that read and write a type without limits.
    private static Optional<String> plain(TypeMirror type) {
        String name = nameOf(type);
        return switch (name) {
            case "java.lang.Integer" -> Optional.of("Int");
            case "java.lang.Long" -> Optional.of("Long");
            case "java.util.UUID" -> Optional.of("Uuid");
            default ->
                    type.getKind().isPrimitive()
                            ? Optional.of(
                                    name.substring(0, 1).toUpperCase(Locale.ROOT)
                                            + name.substring(1))
                            : Optional.empty();
        };
    }

    private String codec(TypeMirror type) {
        return Source.codec(partOf(type));
    }

    private TypeElement partOf(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement part
                && Message.isPart(part)) {
            return part;
        }
        throw new IllegalArgumentException(type + " " + element + " has no form on the wire");
    }

    private String opaque() {
        return (Mark.find(element, "Fixed").isPresent() ? "Fixed" : "")
                + (Mark.find(element, "Chars").isPresent() ? "CharArray" : "Opaque");
    }

    private Object limit() {
        return Mark.find(element, "Max")
                .or(() -> Mark.find(element, "Fixed"))
                .orElseThrow(() -> new IllegalArgumentException(element + " needs @Max or @Fixed"))
                .value("value");
    }

    private Object stringLimit() {
        return isList() || Mark.find(element, "Max").isEmpty() ? STRING_MAX : limit();
    }

    private static TypeMirror argument(TypeMirror type) {
        return ((DeclaredType) type).getTypeArguments().getFirst();
    }

    private static String nameOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.getKind().name().toLowerCase(Locale.ROOT);
    }
}
