package dev.jvirt.virsh.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/// A line as the completion of JLine sees it: one word, the one that the cursor stands in, which
/// ends at blanks and at characters that mean something in a shell.
final class TypedLine implements CompletingParsedLine {
    private static final String BREAKS = " \t\n`@$><=;|&{(";

    private final String line;
    private final int cursor;
    private final int start;
    private final boolean quoted;

    TypedLine(String line, int cursor) {
        this.line = line;
        this.cursor = cursor;
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < cursor; i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
                begin = i + 1;
            } else if (BREAKS.indexOf(c) >= 0) {
                begin = i + 1;
            }
        }
        start = begin;
        quoted = quote != 0;
    }

    /// The line up to the cursor.
    String untilCursor() {
        return line.substring(0, cursor);
    }

    /// Whether the word stands in quotes.
    boolean quoted() {
        return quoted;
    }

    @Override
    public String word() {
        return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
        return cursor - start;
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }

    @Override
    public String line() {
        return line;
    }

    @Override
    public int cursor() {
        return cursor;
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return wordCursor();
    }
}
