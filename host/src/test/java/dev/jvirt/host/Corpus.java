package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The golden data, where it is there.
public final class Corpus {
    private static final JsonFactory JSON = new JsonFactory();

    private Corpus() {}

    private static Path folder() {
        String told = System.getProperty("jvirt.corpus");
        return told == null ? Path.of("..", "..", "shared", "corpus") : Path.of(told);
    }

    /// Skips the test if the family is not there.
    public static void assumeFamily(String family) {
        Path index = index(family);
        assumeTrue(Files.exists(index), "no golden data at " + index.toAbsolutePath());
    }

    private static Path index(String family) {
        return folder().resolve(family).resolve("index.tsv");
    }

    /// The text of a file.
    public static String read(String path) throws IOException {
        return Files.readString(folder().resolve(path));
    }

    /// The cases of a family.
    public static List<Row> rows(String family) throws IOException {
        List<String> lines = Files.readAllLines(index(family));
        List<String> names = List.of(lines.getFirst().split("\t"));
        return lines.stream().skip(1).map(line -> row(names, line.split("\t", -1))).toList();
    }

    /// One case.
    ///
    /// @param cells by column; the parameters are columns as well
    public record Row(Map<String, String> cells) {
        /// A column; empty if there is none of that name.
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return cell("case");
        }
    }

    private static Row row(List<String> names, String[] cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < cells.length; i++) {
            row.put(names.get(i), cells[i]);
        }
        Stream.of(row.getOrDefault("params", "").split(";"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2)
                .forEach(parameter -> row.put(parameter[0], parameter[1]));
        return new Row(row);
    }

    /// Writes the trees of a family out, each into a folder of its name. They link to each other,
    /// also across families.
    ///
    /// @return the folder of these folders
    public static Path unpackAll(String family, Path top) throws IOException {
        Path into = top.resolve(family + "data");
        try (var files = Files.list(folder().resolve(family).resolve("data"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tree.json")).toList()) {
                unpack(file, into.resolve(treeName(file)));
            }
        }
        return into;
    }

    /// The folder that a tree is written to.
    public static String treeName(Path tree) {
        return tree.getFileName().toString().replace(".tree.json", "");
    }

    private static void unpack(Path tree, Path into) throws IOException {
        try (JsonParser parser = JSON.createParser(tree.toFile())) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Path file = into.resolve(parser.currentName());
                Files.createDirectories(file.getParent());
                parser.nextToken();
                parser.nextToken();
                String kind = parser.currentName();
                parser.nextToken();
                create(kind, parser.getText(), file);
                parser.nextToken();
            }
        }
    }

    private static void create(String kind, String value, Path file) throws IOException {
        switch (kind) {
            case "text" -> Files.writeString(file, value);
            case "link" -> Files.createSymbolicLink(file, Path.of(value));
            case "dir" -> Files.createDirectories(file);
            default -> throw new FileAlreadyExistsException("unknown kind of file " + kind);
        }
    }
}
