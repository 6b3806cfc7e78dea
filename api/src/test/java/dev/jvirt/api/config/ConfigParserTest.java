package dev.jvirt.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.config.ConfigValue.Items;
import dev.jvirt.api.config.ConfigValue.Text;
import dev.jvirt.api.config.ConfigValue.Whole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigParserTest {
    @Test
    void readsStringsNumbersListsAndComments() {
        var entries =
                new ConfigParser(
                                "f",
                                """
                                # first
                                a = "one" # trailing
                                b='it"s' ; c = -12
                                d = [ "x", # no comment is allowed here
                                """
                                                .replace(", # no comment is allowed here", ",")
                                        + "\n  'y', ]\n"
                                        + "e = \"\"\"two\nlines\"\"\"\nf = +7")
                        .parse();

        assertThat(entries)
                .containsExactly(
                        new ConfigEntry("a", new Text("one"), 2),
                        new ConfigEntry("b", new Text("it\"s"), 3),
                        new ConfigEntry("c", new Whole(-12), 3),
                        new ConfigEntry("d", new Items(List.of(new Text("x"), new Text("y"))), 4),
                        new ConfigEntry("e", new Text("two\nlines"), 7),
                        new ConfigEntry("f", new Whole(7), 9));
    }

    @Test
    void nothingIsAFileToo() {
        assertThat(new ConfigParser("f", "").parse()).isEmpty();
        assertThat(new ConfigParser("f", "\n # only\n\n").parse()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1a = 2          | f:1: expecting a name",
                "a 2             | f:1: expecting an assignment",
                "a =             | f:1: expecting a value",
                "a = b           | f:1: expecting a value",
                "a = \"x         | f:1: unterminated string",
                "a = \"\"\"x     | f:1: unterminated string",
                "a = -           | f:1: unterminated number",
                "a = [1 2]       | f:1: expecting a separator in list",
                "a = [1,         | f:1: list is not closed with ]",
                "a = 1 b = 2     | f:1: expecting a separator",
                "a = 99999999999999999999 | f:1: number '99999999999999999999' is too large",
            })
    void tellsWhereTheSyntaxIsWrong(String text, String message) {
        assertThatThrownBy(() -> new ConfigParser("f", text).parse())
                .hasMessage("configuration file syntax error: " + message);
    }

    @Test
    void countsLinesInsideLists() {
        assertThatThrownBy(() -> new ConfigParser("f", "a = [\n1,\n2\n]\nb").parse())
                .hasMessageEndingWith("f:5: expecting an assignment");
    }
}
