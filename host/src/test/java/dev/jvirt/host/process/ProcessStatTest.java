package dev.jvirt.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.Corpus;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProcessStatTest {
    private static String line(String name) {
        String numbers =
                String.join(" ", IntStream.rangeClosed(4, 52).mapToObj(Integer::toString).toList());
        return "1 (" + name + ") S " + numbers + "\n";
    }

    @Test
    void readsTheFieldsByTheirPlaces() throws IOException {
        var stat = ProcessStat.parse(line("qemu"));

        // Fields are counted from 1.
        assertThat(stat.name()).isEqualTo("qemu");
        assertThat(stat.state()).isEqualTo('S');
        assertThat(stat.userTime()).isEqualTo(14 * 10_000_000L);
        assertThat(stat.systemTime()).isEqualTo(15 * 10_000_000L);
        assertThat(stat.startTime()).isEqualTo(22);
        assertThat(stat.residentMemory()).isEqualTo(24 * 4096);
        assertThat(stat.processor()).isEqualTo(39);
    }

    @Test
    void namesMayHaveBlanksParenthesesAndLineBreaks() throws IOException {
        String name = "a ) S (\n) 1 2";

        assertThat(ProcessStat.parse(line(name)).name()).isEqualTo(name);
        assertThat(ProcessStat.parse(line(name)).startTime()).isEqualTo(22);
    }

    @Test
    void readsTheLinesOfTheGoldenData() throws IOException {
        Corpus.assumeFamily("virprocessstat");

        for (Corpus.Row row : Corpus.rows("virprocessstat")) {
            List<String> fields = ProcessStat.fields(Corpus.read(row.cell("input")));

            assertThat(fields.get(1))
                    .isEqualTo(URLDecoder.decode(row.cell("command"), StandardCharsets.UTF_8));
            assertThat(fields).hasSize(Integer.parseInt(row.cell("fields")));
        }
    }

    @Test
    void refusesWhatIsNoSuchLine() {
        for (String line : List.of("", "1 name S 4", "1 (name S 4", "1 (name) S 4 5", ")(")) {
            assertThatThrownBy(() -> ProcessStat.parse(line))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot parse the state of a process");
        }
    }

    @Test
    void tellsAboutThisProcess() throws IOException {
        int pid = (int) ProcessHandle.current().pid();

        var stat = ProcessStat.read(pid);

        assertThat(stat.name()).isEqualTo("java");
        assertThat(stat.residentMemory()).isGreaterThan(1 << 20);
        assertThat(ProcessStat.read(pid, pid).startTime()).isEqualTo(stat.startTime());
    }

    @Test
    void saysWhichProcessDoesNotExist() {
        assertThatThrownBy(() -> ProcessStat.read(Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/proc/2147483647");
    }
}
