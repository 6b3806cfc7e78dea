package dev.jvirt.protocol.codegen;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/// The codec of a record, whose components follow one another, or of a sealed interface, whose case
/// follows its number.
record Codec(TypeElement type) {

    Source source() {
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        String body =
                """
                import dev.jvirt.rpc.xdr.XdrCodec;
                import dev.jvirt.rpc.xdr.XdrException;
                import dev.jvirt.rpc.xdr.XdrReader;
                import dev.jvirt.rpc.xdr.XdrWriter;

                /// [%1$s] on the wire.
                public final class %2$s implements XdrCodec<%1$s> {
                    public static final %2$s INSTANCE = new %2$s();
                    private %2$s() {}
                    @Override public void write(XdrWriter out, %1$s value) {
                %3$s    }
                    @Override public %1$s read(XdrReader in) {
                %4$s    }
                %5$s}
                """;
        return Source.companion(
                type,
                "Codec",
                body,
                isRecord ? written(type, "value") : writtenCases(),
                isRecord ? ("return " + constructed(type) + ";").indent(8) : readCases(),
                Source.each(Component.of(type), Component::listReader));
    }

    private static String written(TypeElement record, String value) {
        return Source.each(Component.of(record), component -> component.write(value).indent(8));
    }

    private static String constructed(TypeElement record) {
        return Component.of(record).stream()
                .map(Component::read)
                .collect(Collectors.joining(", ", "new " + record.getQualifiedName() + "(", ")"));
    }

    private String writtenCases() {
        String arm =
                "        if (value instanceof %s arm) {%n        out.writeInt(%s);%n%s       "
                        + " return; }%n";
        return Source.each(
                        cases(type),
                        type -> arm.formatted(type, number(type), written(type, "arm")))
                + "        throw XdrException.encoding(\"value of no case\");\n";
    }

    private String readCases() {
        String arm = "        case %s: return %s;%n";
        return "        switch (in.readInt()) {\n"
                + Source.each(cases(type), type -> arm.formatted(number(type), constructed(type)))
                + "        default: throw XdrException.decoding(\"unknown case\"); }\n";
    }

    /// The cases of a union.
    static List<TypeElement> cases(TypeElement type) {
        return type.getPermittedSubclasses().stream()
                .map(arm -> (TypeElement) ((DeclaredType) arm).asElement())
                .toList();
    }

    /// The number that stands before a case.
    static Object number(TypeElement arm) {
        return Mark.find(arm, "Case")
                .orElseThrow(() -> new IllegalArgumentException(arm + " needs @Case"))
                .value("value");
    }
}
