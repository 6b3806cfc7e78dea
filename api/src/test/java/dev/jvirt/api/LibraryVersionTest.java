package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `virGetVersion`, `virAdmGetVersion`
class LibraryVersionTest {
    @Test
    void theLibraryTellsItsReleaseAsLibvirtCountsThem() {
        assertThat(LibraryVersion.current().number()).isEqualTo(9_000_000);
        assertThat(LibraryVersion.current()).hasToString("9.0.0");
    }

    @Test
    void aNumberIsTakenApart() {
        assertThat(LibraryVersion.of(11_002_003)).isEqualTo(new LibraryVersion(11, 2, 3));
        assertThat(LibraryVersion.of(11_002_003).number()).isEqualTo(11_002_003);
    }
}
