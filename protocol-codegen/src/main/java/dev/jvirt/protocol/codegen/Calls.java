package dev.jvirt.protocol.codegen;

import java.util.List;
import javax.lang.model.element.TypeElement;

/// Writes what surrounds the calls of one interface: the client's stub, the server's handler
/// interface, and the switch that leads from a number to a method of it.
///
/// Every arm of a switch returns: the virtual machine then links only what the arm taken needs.
record Calls(TypeElement wire, List<Message> calls) {

    Source client() {
        String name = Source.companion(wire, "Client");
        var source = new Source(wire, name);
        source.line("import dev.jvirt.rpc.client.RpcCaller;");
        source.line("");
        source.line("/// The calls of [%s], sent to a server.", wire.getSimpleName());
        source.line("public final class %s {", name);
        source.line("    private final RpcCaller caller;");
        source.line("    public %s(RpcCaller caller) { this.caller = caller; }", name);
        for (Message call : calls) {
            source.line("    public %s %s(%s) {", call.result(), call.method(), call.parameter());
            source.line(
                    "        %scaller.call(%s, %d, %s, %s, %s);",
                    call.reply().isPresent() ? "return " : "",
                    Message.program(wire),
                    call.number(),
                    call.argumentsCodec(),
                    call.argument(),
                    call.replyCodec());
            source.line("    }");
        }
        source.line("}");
        return source;
    }

    Source handler() {
        String name = Source.companion(wire, "Handler");
        var source = new Source(wire, name);
        source.line("/// Answers the calls of [%s] in a server.", wire.getSimpleName());
        source.line("public interface %s {", name);
        for (Message call : calls) {
            source.line("    %s %s(%s);", call.result(), call.method(), call.parameter());
        }
        source.line("}");
        return source;
    }

    Source dispatch() {
        String name = Source.companion(wire, "Dispatch");
        var source = new Source(wire, name);
        source.line("import dev.jvirt.rpc.server.Execution;");
        source.line("import dev.jvirt.rpc.server.Priority;");
        source.line("import dev.jvirt.rpc.server.Procedure;");
        source.line("import dev.jvirt.rpc.xdr.XdrReader;");
        source.line("import dev.jvirt.rpc.xdr.XdrWriter;");
        source.line("import org.jspecify.annotations.Nullable;");
        source.line("");
        source.line("/// From the number of a call of [%s] to its handler.", wire.getSimpleName());
        source.line("public final class %s {", name);
        source.line("    private %s() {}", name);
        source.line("    /// The procedure of that number, null if it is none of these.");
        source.line("    public static @Nullable Procedure procedure(int number) {");
        source.line("        switch (number) {");
        for (Message call : calls) {
            source.line("            case %d: return %s;", call.number(), procedure(call));
        }
        source.line("            default: return null;");
        source.line("        }");
        source.line("    }");
        source.line("    /// Decodes the arguments, calls the handler, encodes what it returns.");
        source.line(
                "    public static void dispatch(%sHandler handler, int number, XdrReader args,"
                        + " XdrWriter reply) {",
                wire.getSimpleName());
        source.line("        switch (number) {");
        for (Message call : calls) {
            source.line("            case %d: %s return;", call.number(), dispatch(call));
        }
        source.line(
                "            default: throw new"
                        + " IllegalArgumentException(Integer.toString(number));");
        source.line("        }");
        source.line("    }");
        source.line("}");
        return source;
    }

    private static String procedure(Message call) {
        return "new Procedure(%d, \"%s\", Execution.%s, Priority.%s, %s)"
                .formatted(
                        call.number(),
                        call.wireName(),
                        call.mark().value("runs"),
                        call.mark().value("priority"),
                        call.mark().value("exempt"));
    }

    private static String dispatch(Message call) {
        String arguments = call.hasArguments() ? call.argumentsCodec() + ".read(args)" : "";
        String invocation = "handler.%s(%s)".formatted(call.method(), arguments);
        boolean encoded =
                call.reply().isPresent() && !call.reply().get().getRecordComponents().isEmpty();
        return encoded
                ? "%s.write(reply, %s);".formatted(call.replyCodec(), invocation)
                : invocation + ";";
    }
}
