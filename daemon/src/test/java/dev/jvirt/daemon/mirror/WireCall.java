package dev.jvirt.daemon.mirror;

import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A call of the protocol, found among the compiled records so that none can be forgotten.
///
/// @param arguments the record of its arguments
record WireCall(Program program, Procedure procedure, Class<?> arguments) {

    /// All calls of the programs that applications use, in order of their numbers.
    static List<WireCall> all() {
        var calls = new ArrayList<WireCall>();
        for (String name : interfaces()) {
            Class<?> group = find(name);
            Wire wire = group.getAnnotation(Wire.class);
            if (wire == null || wire.value() == Program.ADMIN) {
                continue;
            }
            for (Class<?> arguments : group.getDeclaredClasses()) {
                Procedure procedure = arguments.getAnnotation(Procedure.class);
                if (procedure != null) {
                    calls.add(new WireCall(wire.value(), procedure, arguments));
                }
            }
        }
        calls.sort(
                Comparator.comparing(WireCall::program)
                        .thenComparing(call -> call.procedure().number()));
        return calls;
    }

    private static List<String> interfaces() {
        var module = ModuleLayer.boot().configuration().findModule("dev.jvirt.protocol");
        try (ModuleReader reader = module.orElseThrow().reference().open()) {
            return reader.list()
                    .filter(file -> file.endsWith("Calls.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// How its arguments are written.
    @SuppressWarnings("unchecked") // each record has a codec of its own type
    XdrCodec<Object> codec() {
        if (arguments.getRecordComponents().length == 0) {
            return (XdrCodec<Object>) (XdrCodec<?>) EmptyCodec.INSTANCE;
        }
        String name = arguments.getPackageName() + "." + arguments.getSimpleName() + "Codec";
        try {
            return (XdrCodec<Object>) find(name).getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /// The name of the record, and the number.
    @Override
    public String toString() {
        return "%s (%d)".formatted(arguments.getSimpleName(), procedure.number());
    }
}
