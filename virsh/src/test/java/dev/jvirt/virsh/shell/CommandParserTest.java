package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandParserTest {
    private final CommandParser parser =
            new CommandParser(
                    new CommandTable(List.of(new FakeGroup())),
                    new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), true));

    @Test
    void wordsGoToOptionsInOrder() {
        Words words = parse("copy a b 3 c");

        assertThat(words.text("from")).contains("a");
        assertThat(words.text("to")).contains("b");
        assertThat(words.number("times")).hasValue(3);
        assertThat(words.text("label")).contains("c");
    }

    @Test
    void optionsCanBeNamedAnywhere() {
        Words words = parse("copy --to b --force a --times=4");

        assertThat(words.text("from")).contains("a");
        assertThat(words.text("to")).contains("b");
        assertThat(words.number("times")).hasValue(4);
        assertThat(words.has("force")).isTrue();
    }

    @Test
    void anOptionThatMustBeNamedGetsNoPlainWord() {
        Words words = parse("copy a b 1 c d e f");

        assertThat(words.has("mark")).isFalse();
        assertThat(words.text("repeat")).contains("d");
        assertThat(words.arguments()).containsExactly("e", "f");
    }

    @Test
    void twoDashesMakeTheRestPlainWords() {
        Words words = parse("copy -- --to --from");

        assertThat(words.text("from")).contains("--to");
        assertThat(words.text("to")).contains("--from");
    }

    @Test
    void dashesWithoutALetterArePlainWords() {
        Words words = parse("copy -f --=");

        assertThat(words.text("from")).contains("-f");
        assertThat(words.text("to")).contains("--=");
    }

    @Test
    void aliasesStandForOptionsAndValues() {
        Words words = parse("copy a b --f --twice");

        assertThat(words.has("force")).isTrue();
        assertThat(words.text("repeat")).contains("2");
    }

    @Test
    void theLastOptionTakesAllNamedWordsToo() {
        Words words = parse("copy a b --rest x --name y");

        assertThat(words.arguments()).containsExactly("x", "y");
    }

    @Test
    void aLineCanHaveSeveralCommands() {
        List<Words> commands = parser.parseLine("copyall; # nothing\n copyall");

        assertThat(commands).hasSize(2);
    }

    @Test
    void argumentsAreNotCutIntoCommands() {
        List<Words> commands = parser.parseArguments(List.of("copy", "a;b", "c d"));

        assertThat(commands).hasSize(1);
        assertThat(commands.getFirst().text("from")).contains("a;b");
        assertThat(commands.getFirst().text("to")).contains("c d");
    }

    @Test
    void helpOfACommandIsTheCommandHelp() {
        Words words = parse("copy --force --help");

        assertThat(words.command().name()).isEqualTo("help");
        assertThat(words.text("command")).contains("copy");
    }

    @Test
    void helpIgnoresWhatItDoesNotKnow() {
        Words words = parse("help copy --nonsense more words");

        assertThat(words.text("command")).contains("copy");
    }

    @Test
    void mistakesAreNamed() {
        assertThat(mistake("nope")).containsExactly("unknown command: 'nope'");
        assertThat(mistake("copy"))
                .containsExactly(
                        "command 'copy' requires <from> option",
                        "command 'copy' requires <to> option");
        assertThat(mistake("copy --wrong a"))
                .containsExactly("command 'copy' doesn't support option --wrong");
        assertThat(mistake("copy --force=1")).containsExactly("invalid '=' after option --force");
        assertThat(mistake("copy --twice=1")).containsExactly("invalid '=' after option --twice");
        assertThat(mistake("copy --force --force")).containsExactly("option --force already seen");
        assertThat(mistake("copy a --from b")).containsExactly("option --from already seen");
        assertThat(mistake("copy --from")).containsExactly("expected syntax: --from <string>");
        assertThat(mistake("copy --times")).containsExactly("expected syntax: --times <number>");
        assertThat(mistake("copyall x")).containsExactly("unexpected data 'x'");
        assertThat(mistake("copyall; nope")).containsExactly("unknown command: 'nope'");
    }

    @Test
    void anEmptyLineFailsWithoutAWord() {
        assertThat(mistake("")).isEmpty();
    }

    @Test
    void numbersAreChecked() {
        Words words = parse("copy a b --times 0x");

        var failure = catchThrowableOfType(CommandFailure.class, () -> words.number("times"));

        assertThat(failure.lines())
                .containsExactly(
                        "Numeric value '0x' for <times> option is malformed or out of range");
    }

    @Test
    void sizesAreScaled() {
        assertThat(parse("copy a b --label 2KiB").scaledNumber("label", 1)).hasValue(2048);
        assertThat(parse("copy a b --label 2kb").scaledNumber("label", 1)).hasValue(2000);
        assertThat(parse("copy a b --label 3").scaledNumber("label", 1024)).hasValue(3072);
        assertThat(parse("copy a b --label 1G").scaledNumber("label", 1)).hasValue(1L << 30);
    }

    @Test
    void unknownSuffixesAreExplained() {
        Words words = parse("copy a b --label 42WB");

        var failure =
                catchThrowableOfType(CommandFailure.class, () -> words.scaledNumber("label", 1));

        assertThat(failure.lines())
                .containsExactly(
                        "Scaled numeric value '42WB' for <label> option is malformed or out of"
                                + " range");
        assertThat(failure.reason()).hasMessage("invalid argument: unknown suffix 'WB'");
    }

    @Test
    void emptyTextsAreRefused() {
        Words words = parse("copy '' b");

        var failure = catchThrowableOfType(CommandFailure.class, () -> words.require("from"));

        assertThat(failure.lines())
                .containsExactly("Failed to get option 'from': Option argument is empty");
    }

    private Words parse(String line) {
        return parser.parseLine(line).getFirst();
    }

    private List<String> mistake(String line) {
        return catchThrowableOfType(CommandFailure.class, () -> parser.parseLine(line)).lines();
    }
}
