package dev.jvirt.virsh.shell;

/// The words of a line (or of several): they end at blanks; `;` and a line's end finish a command;
/// `#` where a word could begin starts a comment up to the line's end.
///
/// Single quotes take everything up to the next one literally, even a missing one at the end.
/// Double quotes do too, but for a backslash. A backslash takes the next character literally and,
/// outside single quotes, joins a line with the next one.
final class LineWords implements WordSource {
    private final String line;
    private final boolean lenient;
    private int position;

    /// @param lenient whether the line is still being typed, so that a quote may be open
    LineWords(String line, boolean lenient) {
        this.line = line;
        this.lenient = lenient;
    }

    @Override
    public Token next() {
        skipBlanks();
        if (position == line.length()) {
            return new Token(Token.Kind.END, "", position);
        }
        switch (line.charAt(position)) {
            case ';', '\n' -> position++;
            case '#' -> skipComment();
            default -> {
                return word();
            }
        }
        return new Token(Token.Kind.END_OF_COMMAND, "", position);
    }

    private void skipBlanks() {
        while (position < line.length()) {
            char c = line.charAt(position);
            if (c == ' ' || c == '\t') {
                position++;
            } else if (line.startsWith("\\\n", position)) {
                position += 2;
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int end = line.indexOf('\n', position);
        position = end < 0 ? line.length() : end + 1;
    }

    private Token word() {
        var word = new StringBuilder();
        boolean single = false;
        boolean twin = false;
        while (position < line.length()) {
            char c = line.charAt(position);
            if (!single && !twin && (c == ' ' || c == '\t' || c == ';' || c == '\n')) {
                break;
            }
            position++;
            if (c == '\'' && !twin) {
                single = !single;
            } else if (c == '"' && !single) {
                twin = !twin;
            } else if (c == '\\' && !single) {
                escaped(word);
            } else {
                word.append(c);
            }
        }
        if (twin && !lenient) {
            throw new CommandFailure("missing \"");
        }
        return new Token(Token.Kind.WORD, word.toString(), position);
    }

    private void escaped(StringBuilder word) {
        if (position == line.length()) {
            throw new CommandFailure("dangling \\");
        }
        char c = line.charAt(position++);
        if (c != '\n') {
            word.append(c);
        }
    }
}
