package dev.jvirt.tests.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder with the golden data. Paths in it are relative to the folder.
///
/// @param folder the folder that holds one folder for each family
public record Corpus(Path folder) {
    /// Whether there are cases of a family.
    public boolean has(String family) {
        return Files.isRegularFile(index(family));
    }

    private Path index(String family) {
        return folder.resolve(family).resolve("index.tsv");
    }

    /// The cases of a family, in the order of its index.
    public List<Case> cases(String family) {
        var lines = read(family + "/index.tsv").split("\n", -1);
        var columns = List.of(lines[0].split("\t", -1));
        var cases = new ArrayList<Case>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                cases.add(Case.parse(this, family, columns, lines[i].split("\t", -1)));
            }
        }
        return cases;
    }

    /// Whether a file is there.
    public boolean exists(String path) {
        return Files.isRegularFile(folder.resolve(path));
    }

    /// The text of a file.
    public String read(String path) {
        try {
            return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read corpus file " + path, e);
        }
    }
}
