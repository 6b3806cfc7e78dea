package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The seeds that stand in files: `seeds/NAME`, one input after the other, parted by lines of
/// equals signs.
final class SeedFiles {
    private static final String PART = "\n====\n";
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 40;

    private SeedFiles() {}

    /// The inputs in a file.
    static List<byte[]> of(String name) {
        var inputs = new ArrayList<byte[]>();
        for (String part : List.of(text(name).split(PART, -1))) {
            inputs.add(part.strip().replace("\\0", "\0").getBytes(UTF_8));
        }
        return inputs;
    }

    /// The words in a file: whatever looks like a name.
    static List<String> words(String name) {
        var words = new TreeSet<String>();
        var word = new StringBuilder();
        for (char c : (text(name) + "\n").toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                word.append(c);
                continue;
            }
            if (word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD) {
                words.add(word.toString());
            }
            word.setLength(0);
        }
        return List.copyOf(words);
    }

    private static String text(String name) {
        try (var stream = SeedFiles.class.getResourceAsStream("seeds/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no seeds/" + name);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
