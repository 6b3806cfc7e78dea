package dev.jvirt.daemon.access.rules;

import java.util.ArrayList;
import java.util.List;

/// Parts a line into words. A `#` where a word could begin starts a comment.
final class WordReader {
    private final RulePlace place;
    private final String line;
    private final List<Word> words = new ArrayList<>();
    private int at;

    WordReader(RulePlace place, String line) {
        this.place = place;
        this.line = line;
    }

    List<Word> words() {
        while (true) {
            skipBlanks();
            if (at == line.length() || line.charAt(at) == '#') {
                return words;
            }
            words.add(word());
        }
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private Word word() {
        int start = at;
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        while (at < line.length() && !isBlank(line.charAt(at))) {
            char c = line.charAt(at++);
            if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == '"') {
                quoted(part);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        var word = new Word(start + 1, parts);
        if (parts.contains("")) {
            throw place.refuse("'%s' has an empty part".formatted(word.text()));
        }
        return word;
    }

    /// Up to the quotes at the end; a backslash takes what follows as it is.
    private void quoted(StringBuilder part) {
        int opened = at;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && at < line.length()) {
                c = line.charAt(at++);
            }
            part.append(c);
        }
        throw place.refuse("the quotes at column %d are never closed".formatted(opened));
    }
}
