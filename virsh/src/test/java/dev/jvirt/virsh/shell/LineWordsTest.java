package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineWordsTest {

    @Test
    void blanksPartWords() {
        assertThat(words("a \t b")).containsExactly("a", "b");
    }

    @Test
    void quotesKeepBlanks() {
        assertThat(words("'a  b' \"c\td\"")).containsExactly("a  b", "c\td");
    }

    @Test
    void quotesMayBePartOfAWord() {
        assertThat(words("--s\\h'e'\"l\"l")).containsExactly("--shell");
    }

    @Test
    void aBackslashIsLiteralInSingleQuotesOnly() {
        assertThat(words("'a\\b' \"a\\\"b\" a\\ b")).containsExactly("a\\b", "a\"b", "a b");
    }

    @Test
    void quotesCanMakeAnEmptyWord() {
        assertThat(words("''\"\" a")).containsExactly("", "a");
    }

    @Test
    void aBackslashJoinsLines() {
        assertThat(words("ec\\\nho \\\n a")).containsExactly("echo", "a");
    }

    @Test
    void semicolonsAndLineEndsFinishCommands() {
        assertThat(words("a;b\nc ;; d")).containsExactly("a", "|", "b", "|", "c", "|", "|", "d");
    }

    @Test
    void aCommentReachesToTheEndOfItsLine() {
        assertThat(words("a # b; c\nd")).containsExactly("a", "|", "d");
    }

    @Test
    void aHashInsideAWordIsPartOfIt() {
        assertThat(words("a#b \\#c")).containsExactly("a#b", "#c");
    }

    @Test
    void aDoubleQuoteMustBeClosed() {
        var failure = catchThrowableOfType(CommandFailure.class, () -> words("a \"b"));

        assertThat(failure.lines()).containsExactly("missing \"");
    }

    @Test
    void aSingleQuoteNeedNotBeClosed() {
        assertThat(words("'a b")).containsExactly("a b");
    }

    @Test
    void aBackslashMustNotBeTheLastCharacter() {
        var failure = catchThrowableOfType(CommandFailure.class, () -> words("a\\"));

        assertThat(failure.lines()).containsExactly("dangling \\");
    }

    @Test
    void aLineThatIsBeingTypedMayHaveAnOpenQuote() {
        var source = new LineWords("\"a b", true);

        assertThat(source.next().text()).isEqualTo("a b");
    }

    private static List<String> words(String line) {
        var source = new LineWords(line, false);
        var words = new ArrayList<String>();
        while (true) {
            Token token = source.next();
            switch (token.kind()) {
                case WORD -> words.add(token.text());
                case END_OF_COMMAND -> words.add("|");
                case END -> {
                    return words;
                }
            }
        }
    }
}
