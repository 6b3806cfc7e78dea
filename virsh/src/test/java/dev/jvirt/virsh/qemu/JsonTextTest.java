package dev.jvirt.virsh.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.virsh.shell.CommandFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":[1,-2.50,1e+9,true,false,null],\"b\":{\"c\":\"\"}}",
                "\"line\\nand \\\"quotes\\\" and \\\\ and \\u0001\""
            })
    void whatIsReadIsWrittenAsItWas(String text) {
        assertThat(JsonText.parse(text).map(JsonText::compact)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\"}",
                "{a:1}",
                "01",
                "1.",
                "-",
                "1e",
                "nul",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a",
                "1 2"
            })
    void whatIsNoJsonIsNotRead(String text) {
        assertThat(JsonText.parse(text)).isEmpty();
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(JsonText.parse("[".repeat(100_000))).isEmpty();
    }

    @Test
    void prettyTextHasALineForEachValue() {
        var json = JsonText.parse("{\"return\": {\"a\": [1, 2], \"b\": []}}").orElseThrow();

        assertThat(json.pretty())
                .isEqualTo(
                        """
                        {
                          "return": {
                            "a": [
                              1,
                              2
                            ],
                            "b": [

                            ]
                          }
                        }
                        """);
    }

    @Test
    void aCommandOfTheMonitorCanBeGivenInWords() {
        assertThat(MonitorWords.command(List.of("query-status")))
                .isEqualTo("{\"execute\":\"query-status\"}");
        assertThat(MonitorWords.command(List.of("qom-list", "\"path\":\"/\"")))
                .isEqualTo("{\"execute\":\"qom-list\",\"arguments\":{\"path\":\"/\"}}");
        assertThat(MonitorWords.command(List.of("qom-list", "{\"path\":", "\"/\"}")))
                .isEqualTo("{\"execute\":\"qom-list\",\"arguments\":{\"path\":\"/\"}}");
        assertThat(MonitorWords.command(List.of("{\"execute\":", "\"stop\"}")))
                .isEqualTo("{\"execute\": \"stop\"}");
    }

    @Test
    void argumentsThatMakeNoObjectAreRefused() {
        assertThatThrownBy(() -> MonitorWords.command(List.of("qom-list", "path=/")))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("failed to wrap arguments 'path=/' into a QMP command wrapper");
    }
}
