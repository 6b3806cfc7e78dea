package dev.jvirt.protocol.codegen;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Writes the codec of a record, whose components follow one another, or of a sealed interface,
/// whose cases follow their number.
final class Codec {
    private final TypeElement type;
    private final Source source;

    private Codec(TypeElement type) {
        this.type = type;
        this.source = new Source(type, Source.companion(type, "Codec"));
    }

    static Source of(TypeElement type) {
        var codec = new Codec(type);
        codec.write();
        return codec.source;
    }

    private void write() {
        String name = Source.companion(type, "Codec");
        source.line("import dev.jvirt.rpc.xdr.XdrCodec;");
        source.line("import dev.jvirt.rpc.xdr.XdrException;");
        source.line("import dev.jvirt.rpc.xdr.XdrReader;");
        source.line("import dev.jvirt.rpc.xdr.XdrWriter;");
        source.line("");
        source.line("/// [%s] on the wire.", type.getQualifiedName());
        source.line(
                "public final class %s implements XdrCodec<%s> {", name, type.getQualifiedName());
        source.line("    public static final %s INSTANCE = new %s();", name, name);
        source.line("    private %s() {}", name);
        source.line(
                "    @Override public void write(XdrWriter out, %s value) {",
                type.getQualifiedName());
        if (type.getKind() == ElementKind.RECORD) {
            writeComponents(type, "value");
        } else {
            writeCases();
        }
        source.line("    }");
        source.line("    @Override public %s read(XdrReader in) {", type.getQualifiedName());
        if (type.getKind() == ElementKind.RECORD) {
            source.line("        return %s;", construction(type));
        } else {
            readCases();
        }
        source.line("    }");
        for (RecordComponentElement component : type.getRecordComponents()) {
            readList(component);
        }
        source.line("}");
    }

    private void writeComponents(TypeElement record, String value) {
        for (RecordComponentElement component : record.getRecordComponents()) {
            String expression = value + "." + component.getSimpleName() + "()";
            source.line("        %s", new Component(component).write(expression));
        }
    }

    private static String construction(TypeElement record) {
        var arguments = new StringBuilder();
        for (RecordComponentElement component : record.getRecordComponents()) {
            arguments
                    .append(arguments.isEmpty() ? "" : ", ")
                    .append(new Component(component).read());
        }
        return "new %s(%s)".formatted(record.getQualifiedName(), arguments);
    }

    private void readList(RecordComponentElement component) {
        var list = new Component(component);
        if (!list.isList()) {
            return;
        }
        TypeMirror element = ((DeclaredType) component.asType()).getTypeArguments().getFirst();
        source.line(
                "    private static java.util.List<%s> %s(XdrReader in) {", element, list.reader());
        source.line("        int count = in.readCount(%s);", list.limit());
        // A count costs the peer nothing: no more memory than what it sent could fill.
        source.line(
                "        var list = new java.util.ArrayList<%s>(Math.min(count, in.remaining() /"
                        + " 4));",
                element);
        source.line("        for (int i = 0; i < count; i++) {");
        source.line("            list.add(%s);", list.read(element));
        source.line("        }");
        source.line("        return list;");
        source.line("    }");
    }

    private void writeCases() {
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement arm = (TypeElement) ((DeclaredType) permitted).asElement();
            source.line("        if (value instanceof %s arm) {", arm.getQualifiedName());
            source.line("        out.writeInt(%s);", number(arm));
            writeComponents(arm, "arm");
            source.line("        return;");
            source.line("        }");
        }
        source.line("        throw XdrException.encoding(\"value of no case\");");
    }

    private void readCases() {
        source.line("        switch (in.readInt()) {");
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement arm = (TypeElement) ((DeclaredType) permitted).asElement();
            source.line("            case %s: return %s;", number(arm), construction(arm));
        }
        source.line("            default: throw XdrException.decoding(\"unknown case\");");
        source.line("        }");
    }

    private static Object number(TypeElement arm) {
        return Mark.find(arm, "Case")
                .orElseThrow(() -> new WireException(arm, "a case of a union needs @Case"))
                .value("value");
    }
}
