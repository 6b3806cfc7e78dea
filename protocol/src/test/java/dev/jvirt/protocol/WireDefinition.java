package dev.jvirt.protocol;

import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.Wire;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that this room defines, found among its compiled classes so that nothing can be
/// forgotten.
final class WireDefinition {
    private WireDefinition() {}

    static List<Class<?>> interfaces() {
        return classes().stream().filter(type -> type.isAnnotationPresent(Wire.class)).toList();
    }

    static List<Class<?>> structs() {
        return classes().stream().filter(type -> type.isAnnotationPresent(Struct.class)).toList();
    }

    /// Every record and union with a codec.
    static List<Class<?>> encoded() {
        var encoded = new ArrayList<>(structs());
        for (Class<?> wire : interfaces()) {
            for (Class<?> message : wire.getDeclaredClasses()) {
                encoded.add(message);
                reply(message).ifPresent(encoded::add);
            }
        }
        return encoded.stream()
                .filter(type -> !type.isRecord() || type.getRecordComponents().length > 0)
                .distinct()
                .toList();
    }

    static Optional<Class<?>> reply(Class<?> call) {
        return Stream.of(call.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Reply"))
                .<Class<?>>map(nested -> nested)
                .findFirst();
    }

    private static List<Class<?>> classes() {
        try {
            Path root =
                    Path.of(
                            Program.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && name.contains("/"))
                        .map(name -> name.replace(".class", "").replace('/', '.'))
                        .sorted()
                        .<Class<?>>map(WireDefinition::load)
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
