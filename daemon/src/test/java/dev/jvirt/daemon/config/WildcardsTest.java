package dev.jvirt.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "web, web, true",
        "web, web1, false",
        "web*, web, true",
        "web*, web-1, true",
        "*-1, web-1, true",
        "*-1, web-12, false",
        "w?b, wxb, true",
        "w?b, wb, false",
        "*a*b*, xxaxxbxx, true",
        "*a*b*, xxbxxa, false",
        "*, '', true",
        "?, '', false",
        "'', '', true",
        "'', a, false",
    })
    void aPatternFitsTheWholeText(String pattern, String text, boolean fits) {
        assertThat(Wildcards.match(pattern, text)).isEqualTo(fits);
    }

    @Test
    @Timeout(10)
    void manyStarsTakeNoTime() {
        assertThat(Wildcards.match("*a".repeat(1000) + "b", "a".repeat(20_000))).isFalse();
    }
}
