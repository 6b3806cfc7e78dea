package dev.jvirt.protocol.codegen;

import java.util.List;
import javax.lang.model.element.TypeElement;

/// What surrounds the events of one interface: the server's sender, the client's handler interface,
/// and the switch that leads from a number to a method of it.
record Events(TypeElement wire, List<Message> events) {

    Source sender() {
        String body =
                """
                import dev.jvirt.rpc.server.EventTarget;

                /// Sends the events of [%1$s].
                public final class %2$s {
                    private %2$s() {}
                %3$s}
                """;
        return Source.companion(wire, "Sender", body, Source.each(events, this::send));
    }

    private String send(Message event) {
        String sending =
                "target.sendEvent(%s, %d, %s, %s);"
                        .formatted(
                                Message.program(wire),
                                event.number(),
                                event.codec(),
                                event.argument());
        return "public static void %s(EventTarget target, %s) {%n    %s%n}"
                .formatted(event.method(), event.parameter(), sending)
                .indent(4);
    }

    Source handler() {
        String body =
                """
                /// Takes the events of [%1$s] in a client.
                public interface %2$s {
                %3$s}
                """;
        String methods = Source.each(events, event -> "    %s;%n".formatted(event.signature()));
        return Source.companion(wire, "Handler", body, methods);
    }

    Source dispatch() {
        String body =
                """
                import dev.jvirt.rpc.xdr.XdrReader;

                /// From the number of an event of [%1$s] to its handler.
                public final class %2$s {
                    private %2$s() {}
                    /// Decodes the event and hands it over; false if the number is none of these.
                    public static boolean dispatch(%1$sHandler handler, int number, XdrReader in) {
                        switch (number) {
                %3$s            default: return false;
                        }
                    }
                }
                """;
        return Source.companion(wire, "Dispatch", body, Source.each(events, Events::delivery));
    }

    private static String delivery(Message event) {
        return "case %d: handler.%s(%s); return true;"
                .formatted(event.number(), event.method(), event.decoded("in"))
                .indent(12);
    }
}
