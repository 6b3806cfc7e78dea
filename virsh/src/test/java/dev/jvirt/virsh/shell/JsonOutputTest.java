package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    @Test
    void aTableIsAnArrayOfObjects() {
        var rows =
                List.of(new String[] {"eth0", "52:54:00:00:00:01"}, new String[] {"a\"b\\", "-"});

        assertThat(JsonOutput.table(new String[] {"Name", "MAC Address"}, rows))
                .isEqualTo(
                        "[{\"name\":\"eth0\",\"mac_address\":\"52:54:00:00:00:01\"},"
                                + "{\"name\":\"a\\\"b\\\\\",\"mac_address\":\"-\"}]\n");
    }

    @Test
    void anEmptyTableIsAnEmptyArray() {
        assertThat(JsonOutput.table(new String[] {"Name"}, List.of())).isEqualTo("[]\n");
    }

    @Test
    void factsAreOneObject() {
        var json = new JsonOutput();
        json.fact("CPU(s):", "2");
        json.fact("CPU time:", "1.5s");

        assertThat(json.takeFacts()).isEqualTo("{\"cpu_s\":\"2\",\"cpu_time\":\"1.5s\"}\n");
        assertThat(json.takeFacts()).isEmpty();
    }

    @Test
    void aLabelWithSeveralValuesHasAnArray() {
        var json = new JsonOutput();
        json.fact("Messages:", "tainted");
        json.fact("", "deprecated\tthing\u0001");

        assertThat(json.takeFacts())
                .isEqualTo("{\"messages\":[\"tainted\",\"deprecated\\tthing\\u0001\"]}\n");
    }
}
