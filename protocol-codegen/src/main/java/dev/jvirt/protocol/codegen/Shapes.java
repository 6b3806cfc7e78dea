package dev.jvirt.protocol.codegen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/// What the messages of one interface look like, as data: for who looks at them without being a
/// party to them.
record Shapes(TypeElement wire, List<Message> messages) {

    Source source() {
        String body =
                """
                import dev.jvirt.protocol.shape.MessageShape;
                import dev.jvirt.protocol.shape.Shape;
                import org.jspecify.annotations.Nullable;

                /// What the messages of [%1$s] look like.
                public final class %2$s {
                    private %2$s() {}
                    /// The message of that number, null if it is none of these.
                    public static @Nullable MessageShape message(int number) {
                        switch (number) {
                %3$s            default: return null;
                        }
                    }
                %4$s}
                """;
        return Source.companion(
                wire,
                "Shapes",
                body,
                Source.each(messages, Shapes::arm),
                Source.each(messages, Shapes::shape));
    }

    private static String arm(Message message) {
        return "case %d: return %s();".formatted(message.number(), message.method()).indent(12);
    }

    private static String shape(Message message) {
        return """
        private static MessageShape %s() {
            return new MessageShape("%s", MessageShape.Kind.%s, %s, %s);
        }
        """
                .formatted(
                        message.method(),
                        message.wireName(),
                        kind(message),
                        structure(message.record()),
                        message.reply().map(Shapes::structure).orElse("Shape.Structure.EMPTY"))
                .indent(4);
    }

    private static String kind(Message message) {
        if (Mark.find(message.record(), "Event").isPresent()) {
            return "EVENT";
        }
        return message.isStream() ? "STREAM_CALL" : "CALL";
    }

    /// The shape of a record or union within others.
    static String part(TypeElement type) {
        return type.getKind() == ElementKind.RECORD ? structure(type) : union(type);
    }

    private static String structure(TypeElement record) {
        return list("new Shape.Structure", Component.of(record).stream().map(Component::shape));
    }

    private static String union(TypeElement type) {
        Stream<String> cases =
                Codec.cases(type).stream()
                        .map(
                                arm ->
                                        "java.util.Map.entry(%s, %s)"
                                                .formatted(Codec.number(arm), structure(arm)));
        return "new Shape.OneOf(%s)".formatted(list("java.util.Map.ofEntries", cases));
    }

    private static String list(String function, Stream<String> arguments) {
        return arguments.collect(Collectors.joining(", ", function + "(", ")"));
    }
}
