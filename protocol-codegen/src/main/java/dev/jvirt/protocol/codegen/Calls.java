package dev.jvirt.protocol.codegen;

import java.util.List;
import javax.lang.model.element.TypeElement;

/// What surrounds the calls of one interface: the client's stub, the server's handler interface,
/// and the switch that leads from a number to a method of it.
///
/// Every arm of a switch returns: the virtual machine then links only what the arm taken needs.
record Calls(TypeElement wire, List<Message> calls) {

    Source client() {
        String body =
                """
                import dev.jvirt.rpc.client.RpcCaller;

                /// The calls of [%1$s], sent to a server.
                public final class %2$s {
                %3$s
                    private final RpcCaller caller;
                    public %2$s(RpcCaller caller) { this.caller = caller; }
                %4$s}
                """;
        return Source.companion(
                wire,
                "Client",
                body,
                Source.each(calls, call -> call.isStream() ? number(call) : ""),
                Source.each(calls, call -> call.isStream() ? "" : stub(call)));
    }

    /// A call that opens a stream is made by whoever knows streams.
    private static String number(Message call) {
        return "    public static final int %s = %d;%n".formatted(call.constant(), call.number());
    }

    private String stub(Message call) {
        String exchange =
                "caller.call(%s, %d, %s, %s, %s);"
                        .formatted(
                                Message.program(wire),
                                call.number(),
                                call.codec(),
                                call.argument(),
                                call.replyCodec());
        String result = call.reply().isPresent() ? "return " : "";
        return "public %s {%n    %s%s%n}".formatted(call.signature(), result, exchange).indent(4);
    }

    Source handler() {
        String body =
                """
                /// Answers the calls of [%1$s] in a server.
                public interface %2$s {
                %3$s}
                """;
        String methods = Source.each(calls, call -> "    %s;%n".formatted(call.signature()));
        return Source.companion(wire, "Handler", body, methods);
    }

    Source dispatch() {
        String body =
                """
                import dev.jvirt.rpc.server.Execution;
                import dev.jvirt.rpc.server.Priority;
                import dev.jvirt.rpc.server.Procedure;
                import dev.jvirt.rpc.xdr.XdrReader;
                import dev.jvirt.rpc.xdr.XdrWriter;
                import org.jspecify.annotations.Nullable;

                /// From the number of a call of [%1$s] to its handler.
                public final class %2$s {
                    private %2$s() {}
                    /// The procedure of that number, null if it is none of these.
                    public static @Nullable Procedure procedure(int number) {
                        switch (number) {
                %3$s            default: return null;
                        }
                    }
                    /// Decodes the arguments, calls the handler, encodes what it returns.
                    public static void dispatch(%1$sHandler handler, int number, XdrReader args, XdrWriter reply) {
                        switch (number) {
                %4$s            default: throw new IllegalArgumentException(Integer.toString(number));
                        }
                    }
                }
                """;
        return Source.companion(
                wire,
                "Dispatch",
                body,
                Source.each(calls, Calls::procedure),
                Source.each(calls, Calls::answer));
    }

    private static String procedure(Message call) {
        return "case %d: return new Procedure(%d, \"%s\", Execution.%s, Priority.%s, %s);"
                .formatted(
                        call.number(),
                        call.number(),
                        call.wireName(),
                        call.mark().value("runs"),
                        call.mark().value("priority"),
                        call.mark().value("exempt"))
                .indent(12);
    }

    private static String answer(Message call) {
        String answer = "handler.%s(%s)".formatted(call.method(), call.decoded("args"));
        boolean hasResult = call.reply().filter(Message::isEncoded).isPresent();
        return "case %d: %s; return;"
                .formatted(
                        call.number(),
                        hasResult
                                ? "%s.write(reply, %s)".formatted(call.replyCodec(), answer)
                                : answer)
                .indent(12);
    }
}
