package dev.jvirt.protocol.codegen;

import java.util.List;
import javax.lang.model.element.TypeElement;

/// Writes what surrounds the events of one interface: the server's sender, the client's handler
/// interface, and the switch that leads from a number to a method of it.
record Events(TypeElement wire, List<Message> events) {

    Source sender() {
        String name = Source.companion(wire, "Sender");
        var source = new Source(wire, name);
        source.line("import dev.jvirt.rpc.server.ServerConnection;");
        source.line("");
        source.line("/// The events of [%s], sent to one client.", wire.getSimpleName());
        source.line("public final class %s {", name);
        source.line("    private %s() {}", name);
        for (Message event : events) {
            source.line(
                    "    public static void %s(ServerConnection connection, %s) {",
                    event.method(), event.parameter());
            source.line(
                    "        connection.sendEvent(%s, %d, %s, %s);",
                    Message.program(wire),
                    event.number(),
                    event.argumentsCodec(),
                    event.argument());
            source.line("    }");
        }
        source.line("}");
        return source;
    }

    Source handler() {
        String name = Source.companion(wire, "Handler");
        var source = new Source(wire, name);
        source.line("/// Takes the events of [%s] in a client.", wire.getSimpleName());
        source.line("public interface %s {", name);
        for (Message event : events) {
            source.line("    void %s(%s);", event.method(), event.parameter());
        }
        source.line("}");
        return source;
    }

    Source dispatch() {
        String name = Source.companion(wire, "Dispatch");
        var source = new Source(wire, name);
        source.line("import dev.jvirt.rpc.xdr.XdrReader;");
        source.line("");
        source.line(
                "/// From the number of an event of [%s] to its handler.", wire.getSimpleName());
        source.line("public final class %s {", name);
        source.line("    private %s() {}", name);
        source.line(
                "    /// Decodes the event and hands it over; false if the number is none of"
                        + " these.");
        source.line(
                "    public static boolean dispatch(%sHandler handler, int number, XdrReader in) {",
                wire.getSimpleName());
        source.line("        switch (number) {");
        for (Message event : events) {
            String arguments = event.hasArguments() ? event.argumentsCodec() + ".read(in)" : "";
            source.line(
                    "            case %d: handler.%s(%s); return true;",
                    event.number(), event.method(), arguments);
        }
        source.line("            default: return false;");
        source.line("        }");
        source.line("    }");
        source.line("}");
        return source;
    }
}
