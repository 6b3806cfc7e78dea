package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final Shell shell = ShellFixture.shell("");
    private final Completion completion = new Completion(shell);

    CompletionTest() {
        shell.provide(new OpenGate(), List.of(new FakeGroup()));
    }

    @Test
    void commandsAreOffered() {
        assertThat(complete("co", "co")).containsExactly("copy", "copyall");
    }

    @Test
    void aCompleteCommandMayBeTheStartOfAnother() {
        assertThat(complete("copy", "copy")).containsExactly("copy", "copyall");
    }

    @Test
    void optionsThatAreStillFreeAreOffered() {
        assertThat(complete("copy --force ", ""))
                .containsExactly(
                        "--from", "--to", "--times", "--label", "--mark", "--repeat", "--rest");
    }

    @Test
    void valuesOfTheOptionUnderTheCursorAreOffered() {
        assertThat(complete("copy a t", "t")).containsExactly("there");
        assertThat(complete("copy --to ", "")).containsExactly("there");
        assertThat(complete("copy --to th", "th")).containsExactly("there");
    }

    @Test
    void theLastCommandOfALineCounts() {
        assertThat(complete("copyall; copy a th", "th")).containsExactly("there");
        assertThat(complete("copyall; ", "")).containsExactly("copy", "copyall", "help");
    }

    @Test
    void nothingIsOfferedForAValueNobodyKnows() {
        assertThat(complete("copy x", "x")).isEmpty();
    }

    private List<String> complete(String line, String word) {
        return completion.candidates(line, word, false);
    }
}
