package dev.jvirt.protocol;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of facts about libvirt's protocol: lines of cells separated by tabs, the first names the
/// columns.
final class RecordedTable {
    private RecordedTable() {}

    /// The rows of `shared/protocol/NAME.tsv` beside the repository; the test is skipped where that
    /// is missing.
    static List<Map<String, String>> rows(String name) {
        Path file = folder().resolve(name + ".tsv");
        assumeThat(file).as("the recorded protocol tables").isRegularFile();
        try {
            List<String> lines = Files.readAllLines(file);
            String[] columns = lines.getFirst().split("\t");
            var rows = new ArrayList<Map<String, String>>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t");
                var row = new HashMap<String, String>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String repository = System.getProperty("jvirt.repository", "..");
        return Path.of(repository).resolve("../shared/protocol").normalize();
    }
}
