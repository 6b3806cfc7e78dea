package dev.jvirt.fuzz;

import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A structure that travels: the arguments of a procedure, its reply, or an event. Found among the
/// compiled records, so that none can be forgotten.
///
/// @param number of the procedure or event
/// @param type its record
public record WireMessage(Program program, int number, Kind kind, Class<?> type) {
    private static final String CALLS = "Calls.class";
    private static final String EVENTS = "Events.class";

    /// What a structure is for.
    public enum Kind {
        ARGUMENTS,
        REPLY,
        EVENT
    }

    /// All structures of all programs, always in the same order.
    public static List<WireMessage> all() {
        var messages = new ArrayList<WireMessage>();
        for (Class<?> group : groups()) {
            Wire wire = group.getAnnotation(Wire.class);
            if (wire != null) {
                for (Class<?> type : group.getDeclaredClasses()) {
                    add(messages, wire.value(), type);
                }
            }
        }
        messages.sort(
                Comparator.comparing(WireMessage::program)
                        .thenComparing(WireMessage::number)
                        .thenComparing(WireMessage::kind));
        return messages;
    }

    private static void add(List<WireMessage> messages, Program program, Class<?> type) {
        Procedure call = type.getAnnotation(Procedure.class);
        Event event = type.getAnnotation(Event.class);
        if (event != null) {
            messages.add(new WireMessage(program, event.number(), Kind.EVENT, type));
        } else if (call != null) {
            messages.add(new WireMessage(program, call.number(), Kind.ARGUMENTS, type));
            for (Class<?> nested : type.getDeclaredClasses()) {
                if (nested.getSimpleName().equals("Reply")) {
                    messages.add(new WireMessage(program, call.number(), Kind.REPLY, nested));
                }
            }
        }
    }

    private static List<Class<?>> groups() {
        try {
            URI place = Program.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            if (Files.isDirectory(Path.of(place))) {
                return groups(Path.of(place));
            }
            try (var jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
                return groups(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> groups(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(CALLS) || name.endsWith(EVENTS))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(Hidden::type)
                    .toList();
        }
    }

    /// How it is written and read.
    @SuppressWarnings("unchecked") // each record has a codec of its own type
    public XdrCodec<Object> codec() {
        if (type.getRecordComponents().length == 0) {
            return (XdrCodec<Object>) (XdrCodec<?>) EmptyCodec.INSTANCE;
        }
        Class<?> around = type.getEnclosingClass();
        String prefix = kind == Kind.REPLY ? around.getSimpleName() : "";
        String name = type.getPackageName() + "." + prefix + type.getSimpleName() + "Codec";
        return (XdrCodec<Object>) Hidden.constant(name, "INSTANCE");
    }

    @Override
    public String toString() {
        return "%s %d %s".formatted(program, number, kind);
    }
}
