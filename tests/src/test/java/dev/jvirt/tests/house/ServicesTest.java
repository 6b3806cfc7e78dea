package dev.jvirt.tests.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Services are found on the class path as they are on the module path: what the module descriptor
/// of a room that client programs use provides stands in `META-INF/services`, too.
class ServicesTest {
    private static final Pattern PROVIDES =
            Pattern.compile("provides\\s+([\\w.]+)\\s+with\\s+([\\w.,\\s]+);");

    private static final Rooms ROOMS = Rooms.read();

    /// Whatever a program gets with the drop-in for libvirt-java.
    static Stream<Room> rooms() {
        Room start = Optional.ofNullable(ROOMS.rooms().get("libvirt-java")).orElseThrow();
        return ROOMS.reachable(start).stream().map(ROOMS.rooms()::get);
    }

    @Test
    void driversAreAmongThem() {
        assertThat(rooms().map(Room::name)).contains("remote", "test", "host");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void classPathAndModulePathOfferTheSameServices(Room room) throws IOException {
        assertThat(onClassPath(room)).isEqualTo(onModulePath(room));
    }

    private static Map<String, List<String>> onModulePath(Room room) {
        var services = new TreeMap<String, List<String>>();
        PROVIDES.matcher(Repository.read(room.folder().resolve("src/main/java/module-info.java")))
                .results()
                .forEach(provides -> services.put(provides.group(1), providers(provides)));
        return services;
    }

    private static List<String> providers(MatchResult provides) {
        return Stream.of(provides.group(2).split(",")).map(String::strip).sorted().toList();
    }

    private static Map<String, List<String>> onClassPath(Room room) throws IOException {
        var services = new TreeMap<String, List<String>>();
        Path folder = room.folder().resolve("src/main/resources/META-INF/services");
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    services.put(
                            file.getFileName().toString(),
                            Files.readAllLines(file).stream().sorted().toList());
                }
            }
        }
        return services;
    }
}
