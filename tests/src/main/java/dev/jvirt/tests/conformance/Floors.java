package dev.jvirt.tests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many cases of each family passed when it was last recorded: it may only become more.
///
/// @param passed number of passed cases by family
record Floors(Map<String, Integer> passed) {
    static Floors read(Path file) throws IOException {
        var passed = new LinkedHashMap<String, Integer>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0 && !line.startsWith("#")) {
                passed.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
            }
        }
        return new Floors(passed);
    }

    /// Whether a family passes as many cases as recorded.
    boolean allows(String family, int count) {
        return count >= passed.getOrDefault(family, 0);
    }
}
