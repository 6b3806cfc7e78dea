package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionScannerTest {
    private static final List<LongOption> OPTIONS =
            List.of(
                    new LongOption("connect", 'c', LongOption.Argument.REQUIRED),
                    new LongOption("keepalive-interval", 'k', LongOption.Argument.REQUIRED),
                    new LongOption("keepalive-count", 'K', LongOption.Argument.REQUIRED),
                    new LongOption("quiet", 'q', LongOption.Argument.NONE),
                    new LongOption("version", 'v', LongOption.Argument.OPTIONAL),
                    new LongOption("", 'V', LongOption.Argument.NONE));

    @Test
    void lettersCanBeJoined() {
        assertThat(read("-qc", "uri", "list")).isEqualTo("q c=uri | list");
        assertThat(read("-qcuri", "list")).isEqualTo("q c=uri | list");
    }

    @Test
    void namesCanBeCutShort() {
        assertThat(read("--conn", "uri", "--q", "list")).isEqualTo("c=uri q | list");
        assertThat(read("--keepalive-i=3")).isEqualTo("k=3 |");
    }

    @Test
    void ambiguousNamesAreUnknown() {
        assertThat(read("--keep", "3")).isEqualTo("?--keep | 3");
    }

    @Test
    void anOptionalArgumentStandsBehindAnEqualsSign() {
        assertThat(read("--version=long")).isEqualTo("v=long |");
        assertThat(read("--version", "long")).isEqualTo("v | long");
    }

    @Test
    void theFirstOtherWordEndsTheOptions() {
        assertThat(read("list", "-q")).isEqualTo("| list -q");
        assertThat(read("--", "-q")).isEqualTo("| -q");
        assertThat(read("-", "-q")).isEqualTo("| - -q");
    }

    @Test
    void mistakesAreTold() {
        assertThat(read("-z")).isEqualTo("?z |");
        assertThat(read("--nope")).isEqualTo("?--nope |");
        assertThat(read("--quiet=1")).isEqualTo("?q |");
        assertThat(read("-c")).isEqualTo(":c |");
        assertThat(read("--connect")).isEqualTo(":c |");
    }

    private static String read(String... arguments) {
        var scanner = new OptionScanner(arguments, OPTIONS);
        var text = new StringBuilder();
        for (char c = scanner.next(); c != OptionScanner.END; c = scanner.next()) {
            text.append(c);
            if (c == OptionScanner.UNKNOWN || c == OptionScanner.MISSING) {
                text.append(
                        scanner.culprit() == 0
                                ? scanner.lastWord()
                                : Character.toString(scanner.culprit()));
            } else if (scanner.value() != null) {
                text.append('=').append(scanner.value());
            }
            text.append(' ');
        }
        return (text + "| " + String.join(" ", scanner.rest())).trim();
    }
}
