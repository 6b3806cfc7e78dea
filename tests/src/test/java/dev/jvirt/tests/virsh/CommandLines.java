package dev.jvirt.tests.virsh;

import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The lines of a file.
///
/// @param group the file's name without its ending
/// @param worlds the only ones in which they are run; all if there are none
record CommandLines(String group, List<CommandLine> lines, List<String> worlds) {
    private static final String WORLDS = "# worlds: ";

    CommandLines(String group, List<CommandLine> lines) {
        this(group, lines, List.of());
    }

    private static final String FOLDER = "tests/src/test/resources/dev/jvirt/tests/virsh";

    /// The folder of the files that lines name.
    static Path files() {
        return Repository.file(FOLDER).resolve("files");
    }

    /// All files of lines, by name.
    static List<CommandLines> all() {
        try (var files = Files.newDirectoryStream(Repository.file(FOLDER), "*.txt")) {
            var all = new ArrayList<CommandLines>();
            for (Path file : files) {
                String name = file.getFileName().toString();
                String text = Repository.read(file);
                all.add(
                        new CommandLines(
                                name.substring(0, name.length() - ".txt".length()),
                                parse(text),
                                worlds(text)));
            }
            all.sort((one, other) -> one.group().compareTo(other.group()));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> worlds(String text) {
        return text.lines()
                .filter(line -> line.startsWith(WORLDS))
                .flatMap(line -> Stream.of(line.substring(WORLDS.length()).split(" ")))
                .toList();
    }

    /// Whether the lines are run in that world.
    boolean belongsIn(String world) {
        return worlds.isEmpty() || worlds.contains(world);
    }

    private static List<CommandLine> parse(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> alternatives(line).stream())
                .map(line -> CommandLine.parse(line.replace("\\,", ",")))
                .distinct()
                .toList();
    }

    /// Whether the lines are for the driver of QEMU, and not for the one of tests.
    boolean needsQemu() {
        return group.endsWith("-qemu");
    }

    /// The lines that one with `{a,b}` stands for; `\\,` is a comma within one of them.
    static List<String> alternatives(String line) {
        int open = line.indexOf('{');
        int close = line.indexOf('}', open);
        if (open < 0 || close < 0) {
            return List.of(line);
        }
        var found = new ArrayList<String>();
        String inner = line.substring(open + 1, close).replace("\\,", "\u0000");
        for (String one : inner.split(",", -1)) {
            String chosen = one.replace('\u0000', ',');
            String whole = line.substring(0, open) + chosen + line.substring(close + 1);
            found.addAll(alternatives(whole));
        }
        return found;
    }
}
