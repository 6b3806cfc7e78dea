package dev.jvirt.protocol.codegen;

import java.util.ArrayList;
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
        var messages = new ArrayList<Message>();
        for (TypeElement record : ElementFilter.typesIn(wire.getEnclosedElements())) {
            Optional<Mark> mark = Mark.find(record, kind);
            if (mark.isPresent()) {
                messages.add(new Message(record, mark.get(), replyOf(record)));
            }
        }
        return messages;
    }

    /// Whether a codec is written for `type`: then it may also be a part of other messages.
    static boolean isPart(TypeElement type) {
        return Mark.find(type, "Struct").isPresent()
                || Mark.find(type, "Procedure").isPresent()
                || Mark.find(type, "Event").isPresent()
                || type.getSimpleName().contentEquals(REPLY);
    }

    private static Optional<TypeElement> replyOf(TypeElement record) {
        for (TypeElement nested : ElementFilter.typesIn(record.getEnclosedElements())) {
            if (nested.getSimpleName().contentEquals(REPLY)) {
                return Optional.of(nested);
            }
        }
        return Optional.empty();
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

    boolean hasArguments() {
        return !record.getRecordComponents().isEmpty();
    }

    boolean isStream() {
        return !mark.value("stream").equals("");
    }

    /// The name of its method.
    String method() {
        String name = record.getSimpleName().toString();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// The name that libvirt gives it, for logs.
    String wireName() {
        var name = new StringBuilder();
        for (char c : record.getSimpleName().toString().toCharArray()) {
            name.append(Character.isUpperCase(c) && !name.isEmpty() ? "_" : "");
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }

    String argumentsCodec() {
        return hasArguments() ? Source.codec(record) : EMPTY + "Codec.INSTANCE";
    }

    String replyCodec() {
        return reply.map(Source::codec).orElse(EMPTY + "Codec.INSTANCE");
    }

    /// What its method returns.
    String result() {
        return reply.map(type -> type.getQualifiedName().toString()).orElse("void");
    }

    /// The parameter list of its method: the record, or nothing if that is empty.
    String parameter() {
        return hasArguments() ? record.getQualifiedName() + " call" : "";
    }

    /// The argument that stands for [#parameter] in a call of the client's method.
    String argument() {
        return hasArguments() ? "call" : EMPTY + ".INSTANCE";
    }
}
