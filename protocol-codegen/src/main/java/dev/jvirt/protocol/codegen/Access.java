package dev.jvirt.protocol.codegen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// What the access manager of a server is asked about the calls of one interface, and how it reads
/// what a call is about. Nobody loads it while everything is allowed.
record Access(TypeElement wire, List<Message> calls) {
    private static final String OBJECT = "dev.jvirt.protocol.wire.RemoteObject";

    Source source() {
        String body =
                """
                import dev.jvirt.protocol.wire.AccessTable;
                import dev.jvirt.protocol.wire.AccessedCall;
                import dev.jvirt.protocol.wire.Empty;
                import dev.jvirt.rpc.xdr.XdrReader;
                import java.util.List;
                import java.util.Optional;

                /// The access rules of [%1$s].
                public final class %2$s implements AccessTable {
                    public static final %2$s INSTANCE = new %2$s();
                    private %2$s() {}
                    @Override public List<String> acl(int number) {
                        switch (number) {
                %3$s            default: return List.of();
                        }
                    }
                    @Override public String filter(int number) {
                        switch (number) {
                %4$s            default: return "";
                        }
                    }
                    @Override public AccessedCall read(int number, XdrReader args) {
                        switch (number) {
                %5$s            default: return new AccessedCall(Empty.INSTANCE, Optional.empty(), 0, 0);
                        }
                    }
                }
                """;
        return Source.companion(
                wire,
                "Access",
                body,
                Source.each(calls, Access::acl),
                Source.each(calls, Access::filter),
                Source.each(calls, Access::reading));
    }

    private static String acl(Message call) {
        List<String> acl = call.mark().texts("acl");
        String texts = acl.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return acl.isEmpty() ? "" : arm(call, "List.of(%s)".formatted(texts));
    }

    private static String filter(Message call) {
        Object filter = call.mark().value("filter");
        return filter.equals("") ? "" : arm(call, "\"%s\"".formatted(filter));
    }

    private static String arm(Message call, String result) {
        return "case %d: return %s;".formatted(call.number(), result).indent(12);
    }

    private static String reading(Message call) {
        if (!Message.isEncoded(call.record())) {
            return "";
        }
        return "case %d: { var message = %s; return new AccessedCall(message, %s, %s, %s); }"
                .formatted(
                        call.number(),
                        call.decoded("args"),
                        object(call),
                        number(call, "flags"),
                        parameter(call))
                .indent(12);
    }

    private static String object(Message call) {
        for (RecordComponentElement component : call.record().getRecordComponents()) {
            String value = "message.%s()".formatted(component.getSimpleName());
            TypeMirror type = component.asType();
            if (isObject(type)) {
                return "Optional.of(%s)".formatted(value);
            }
            if (optional(type).filter(Access::isObject).isPresent()) {
                return value + ".map(object -> object)";
            }
        }
        return "Optional.empty()";
    }

    private static Optional<TypeMirror> optional(TypeMirror type) {
        return type instanceof DeclaredType declared && isCalled(type, "java.util.Optional")
                ? Optional.of(declared.getTypeArguments().getFirst())
                : Optional.empty();
    }

    private static boolean isObject(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getInterfaces().stream().anyMatch(each -> isCalled(each, OBJECT));
    }

    private static boolean isCalled(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name);
    }

    /// The argument that a rule compares with a value: the fourth part of the rule.
    private static String parameter(Message call) {
        for (String rule : call.mark().texts("acl")) {
            String[] parts = rule.split(":", -1);
            if (parts.length > 3) {
                return number(call, parts[3]);
            }
        }
        return "0";
    }

    /// A number among the arguments, 0 if there is none of that name.
    private static String number(Message call, String name) {
        for (RecordComponentElement component : call.record().getRecordComponents()) {
            if (component.getSimpleName().contentEquals(name)) {
                String cast = component.asType().getKind() == TypeKind.LONG ? "(int) " : "";
                return "%smessage.%s()".formatted(cast, name);
            }
        }
        return "0";
    }
}
