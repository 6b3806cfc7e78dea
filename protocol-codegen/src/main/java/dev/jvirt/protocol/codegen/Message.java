package dev.jvirt.protocol.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// A call or an event: its record, its annotation, and the record of the reply if there is one.
record Message(TypeElement record, Mark mark, Optional<TypeElement> reply) {
    private static final String REPLY = "Reply";
    private static final String EMPTY = "dev.jvirt.protocol.wire.Empty";

    /// The messages of an interface that carry the annotation `kind`, in the order in which they
    /// are written.
    static List<Message> of(TypeElement wire, String kind) {
        return ElementFilter.typesIn(wire.getEnclosedElements()).stream()
                .flatMap(
                        record ->
                                Mark.find(record, kind).stream()
                                        .map(mark -> new Message(record, mark, replyOf(record))))
                .toList();
    }

    private static Optional<TypeElement> replyOf(TypeElement record) {
        return ElementFilter.typesIn(record.getEnclosedElements()).stream()
                .filter(nested -> nested.getSimpleName().contentEquals(REPLY))
                .findFirst();
    }

    /// Whether a codec is written for `type`: then it may also be a part of other messages.
    static boolean isPart(TypeElement type) {
        return Mark.find(type, "Struct").isPresent()
                || Mark.find(type, "Procedure").isPresent()
                || Mark.find(type, "Event").isPresent()
                || type.getSimpleName().contentEquals(REPLY);
    }

    /// Whether anything travels for a record.
    static boolean isEncoded(TypeElement record) {
        return !record.getRecordComponents().isEmpty();
    }

    /// Expressions for number and version of the program that `wire` belongs to.
    static String program(TypeElement wire) {
        Object constant = Mark.find(wire, "Wire").orElseThrow().value("value");
        String program = "dev.jvirt.protocol.wire.Program." + constant;
        return "%s.number(), %s.version()".formatted(program, program);
    }

    int number() {
        return (int) mark.value("number");
    }

    boolean isStream() {
        return !mark.value("stream").equals("");
    }

    String method() {
        String name = record.getSimpleName().toString();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// The name that libvirt gives it, for logs.
    String wireName() {
        return constant().toLowerCase(Locale.ROOT);
    }

    String constant() {
        return method().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    String codec() {
        return isEncoded(record) ? Source.codec(record) : EMPTY + "Codec.INSTANCE";
    }

    String replyCodec() {
        return reply.map(Source::codec).orElse(EMPTY + "Codec.INSTANCE");
    }

    /// Its method without a body: the record as the parameter, unless that is empty.
    String signature() {
        String result = reply.map(type -> type.getQualifiedName().toString()).orElse("void");
        return "%s %s(%s)".formatted(result, method(), parameter());
    }

    String parameter() {
        return isEncoded(record) ? record.getQualifiedName() + " message" : "";
    }

    /// What stands for the record where its method is written.
    String argument() {
        return isEncoded(record) ? "message" : EMPTY + ".INSTANCE";
    }

    /// The argument for its method, read from `reader`.
    String decoded(String reader) {
        return isEncoded(record) ? codec() + ".read(" + reader + ")" : "";
    }
}
