package dev.jvirt.flight;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of a command line: options with and without a value, and the rest.
///
/// @param switches the options without a value that were given
/// @param values the values of the others
/// @param rest what is no option
record Arguments(Set<String> switches, Map<String, String> values, List<String> rest) {

    /// Reads a command line.
    ///
    /// @param switches the options that have no value
    /// @param valued the options that have one
    /// @throws IllegalArgumentException with words for the user
    static Arguments parse(String[] words, Set<String> switches, Set<String> valued) {
        var arguments = new Arguments(new HashSet<>(), new HashMap<>(), new ArrayList<>());
        for (int at = 0; at < words.length; at++) {
            String word = words[at];
            if (!word.startsWith("-")) {
                arguments.rest.add(word);
            } else if (switches.contains(word)) {
                arguments.switches.add(word);
            } else if (!valued.contains(word)) {
                throw new IllegalArgumentException("unknown option '%s'".formatted(word));
            } else if (at + 1 == words.length) {
                throw new IllegalArgumentException("option '%s' needs a value".formatted(word));
            } else {
                arguments.values.put(word, words[++at]);
            }
        }
        return arguments;
    }

    boolean has(String option) {
        return switches.contains(option);
    }

    Optional<Path> path(String option) {
        return Optional.ofNullable(values.get(option)).map(Arguments::pathOf);
    }

    /// The only word that is no option.
    Path file() {
        if (rest.size() != 1) {
            throw new IllegalArgumentException(
                    rest.isEmpty() ? "no FILE given" : "more than one FILE given");
        }
        return pathOf(rest.getFirst());
    }

    private static Path pathOf(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'%s' is no path".formatted(word), e);
        }
    }
}
