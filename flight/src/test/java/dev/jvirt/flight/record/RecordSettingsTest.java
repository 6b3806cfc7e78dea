package dev.jvirt.flight.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSettingsTest {

    @Test
    void aFolderAloneRecordsEverythingButStreams() {
        assertThat(RecordSettings.parse("/x"))
                .isEqualTo(new RecordSettings(Path.of("/x"), OptionalLong.empty(), false));
    }

    @Test
    void wordsSayTheRest() {
        assertThat(RecordSettings.parse("/x,ring=64k,streams"))
                .isEqualTo(new RecordSettings(Path.of("/x"), OptionalLong.of(65536), true));
        assertThat(RecordSettings.parse("/x,ring").ring()).hasValue(1 << 20);
        assertThat(RecordSettings.parse("/x,ring=2M").ring()).hasValue(2 << 20);
        assertThat(RecordSettings.parse("/x,ring=4096").ring()).hasValue(4096);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x,ring=",
                "/x,ring=0",
                "/x,ring=-1M",
                "/x,ring=9999999999999M",
                "/x,ring=5"
            })
    void sizesOutsideTheLimitsAreNamed(String text) {
        assertThatThrownBy(() -> RecordSettings.parse(text))
                .hasMessage(
                        "recording: %s is no size between 1K and 1024M"
                                .formatted(text.substring(3)));
    }

    @Test
    void unknownWordsAndMissingFoldersAreNamed() {
        assertThatThrownBy(() -> RecordSettings.parse("/x,rings"))
                .hasMessageContaining("unknown word 'rings'");
        assertThatThrownBy(() -> RecordSettings.parse(",ring")).hasMessageContaining("no folder");
    }
}
