package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir Path home = Path.of("");

    @Test
    void aBlankLineFollowsEachCommand() {
        boolean success = shell("").runLine("echo a; pass");

        assertThat(success).isTrue();
        assertThat(text(out)).isEqualTo("a\n\n");
    }

    @Test
    void theStatusIsThatOfTheLastCommand() {
        assertThat(shell("").runLine("pass; fail")).isFalse();
        assertThat(shell("").runLine("fail; pass")).isTrue();
    }

    @Test
    void libvirtsErrorFollowsTheCommandsOwn() {
        shell("").runLine("fail");

        assertThat(text(err))
                .isEqualTo("error: it failed\nerror: Domain not found: no such thing\n");
    }

    @Test
    void quitEndsALine() {
        shell("").runLine("quit; echo a");

        assertThat(text(out)).isEmpty();
    }

    @Test
    void linesAreReadAndShown() {
        shell("echo a\n\nquit\necho b\n").interact("fake terminal");

        assertThat(text(out))
                .isEqualTo(
                        """
                        Welcome to fake, the fake terminal.

                        Type:  'help' for help with commands
                               'quit' to quit

                        > echo a
                        a
                        >\s
                        > quit

                        """);
    }

    @Test
    void theEndOfTheInputEndsTheShell() {
        shell("echo a").interact("fake terminal");

        assertThat(text(out)).endsWith("> echo a\na\n> \n");
    }

    @Test
    void typedLinesAreKept() {
        shell("echo a\n").interact("fake terminal");

        assertThat(home.resolve("libvirt/fake/history")).hasContent("echo a");
    }

    @Test
    void theDirectoryCanBeChangedBetweenCommands() {
        shell("cd " + home + "\npwd\n").interact("fake terminal");

        assertThat(text(out)).contains("\n" + home + "\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void theDirectoryCannotBeChangedByASingleCommand() {
        shell("").runLine("cd /");

        assertThat(text(err)).isEqualTo("error: cd: command valid only in interactive mode\n");
    }

    @Test
    void echoQuotes() {
        assertThat(echo("--shell \"it's\" ''")).isEqualTo("'it'\\''s' ''\n");
        assertThat(echo("--xml \"<&>\"")).isEqualTo("&lt;&amp;&gt;\n");
        assertThat(echo("--split a,b,,c")).isEqualTo("a\nb,c\n\n");
        assertThat(echo("--hi")).isEqualTo("hello\n");
        assertThat(echo("--str x y")).isEqualTo("x y\n");
    }

    @Test
    void helpListsGroupsAndCommands() {
        shell("").runLine("help");

        assertThat(text(out))
                .startsWith("Grouped commands:\n\n Test (help keyword 'test'):\n")
                .contains(
                        "\n    echo                           echo arguments. Used for internal testing.\n")
                .doesNotContain("self-test");
    }

    @Test
    void helpOfACommandShowsHowItIsUsed() {
        shell("").runLine("echo --help");

        assertThat(text(out))
                .startsWith(
                        "  NAME\n    echo - echo arguments. Used for internal testing.\n\n  SYNOPSIS\n")
                .contains("    echo [--shell] [--xml] [--split] [--err] [<string>]...\n")
                .contains("\n    --shell          quote for use in a shell\n")
                .endsWith("    <string>         what to print\n\n\n");
    }

    @Test
    void commandsAreConsistent() {
        assertThat(shell("").runLine("self-test")).isTrue();
    }

    private String echo(String arguments) {
        out.reset();
        shell("").runLine("echo " + arguments);
        return text(out);
    }

    private Shell shell(String input) {
        var variables = Map.of("XDG_CACHE_HOME", home.toString());
        Shell shell = ShellFixture.shell(input, out, err, variables);
        shell.provide(new OpenGate(), List.of(new TestGroup(shell)));
        return shell;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// The common commands, one that passes and one that fails.
    private static final class TestGroup implements CommandGroup {
        private final ShellCommands common;

        TestGroup(Shell shell) {
            common = new ShellCommands(shell);
        }

        @Override
        public String title() {
            return "Test";
        }

        @Override
        public String keyword() {
            return "test";
        }

        @Override
        public List<String> names() {
            return ShellCommands.NAMES;
        }

        @Override
        public @Nullable Command find(String name) {
            return switch (name) {
                case "pass" -> Command.command("pass", "passes").run(words -> {});
                case "fail" ->
                        Command.command("fail", "fails")
                                .run(
                                        words -> {
                                            throw new CommandFailure(
                                                    "it failed",
                                                    new LibvirtException(
                                                            ErrorCode.NO_DOMAIN, "no such thing"));
                                        });
                default -> common.find(name);
            };
        }
    }
}
