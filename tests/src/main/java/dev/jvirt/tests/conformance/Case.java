package dev.jvirt.tests.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of an index.
///
/// @param cells all cells of the row by column, the known ones too
public record Case(
        Corpus corpus,
        String family,
        String name,
        Kind kind,
        Map<String, String> cells,
        Map<String, String> params) {
    /// What has to happen.
    public enum Kind {
        /// There is a result.
        SUCCESS,
        /// The document is refused.
        PARSE_ERROR,
        /// The document is fine, but the operation fails.
        FAILURE
    }

    static Case parse(Corpus corpus, String family, List<String> columns, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.length ? cells[i] : "");
        }
        var kind =
                switch (row.getOrDefault("kind", "")) {
                    case "success" -> Kind.SUCCESS;
                    case "parse-error" -> Kind.PARSE_ERROR;
                    case "failure" -> Kind.FAILURE;
                    default ->
                            throw new IllegalArgumentException(
                                    "unknown kind '%s' in the index of %s"
                                            .formatted(row.get("kind"), family));
                };
        return new Case(
                corpus,
                family,
                row.getOrDefault("case", ""),
                kind,
                Collections.unmodifiableMap(row),
                params(row.getOrDefault("params", "")));
    }

    private static Map<String, String> params(String text) {
        var params = new LinkedHashMap<String, String>();
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return Collections.unmodifiableMap(params);
    }

    private static String decode(String text) {
        return text.contains("%")
                ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                : text;
    }

    /// A cell of the row; empty if the column is not there.
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /// A parameter.
    public Optional<String> param(String key) {
        return Optional.ofNullable(params.get(key));
    }

    /// Whether a parameter has that value.
    public boolean is(String key, String value) {
        return value.equals(params.get(key));
    }

    /// The text of the input file.
    public String input() {
        return corpus.read(cell("input"));
    }

    /// The result that must come out, if one is recorded.
    public Optional<String> expected() {
        String expected = cell("expected");
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                expected.startsWith("value:")
                        ? expected.substring("value:".length())
                        : corpus.read(expected));
    }

    /// The error text that must come out, if one is recorded.
    public Optional<String> expectedError() {
        String file = cell("error");
        return file.isEmpty()
                ? param("observedError")
                : Optional.of(corpus.read(file).stripTrailing());
    }
}
