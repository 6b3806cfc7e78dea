package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class BrokenOutputTest {
    private static int status(String reason) {
        return BrokenOutput.status(new UncheckedIOException(new IOException(reason)));
    }

    @Test
    void aReaderThatWentAwayIsNoError() {
        assertThat(status("Broken pipe")).isEqualTo(141);
    }

    @Test
    void lostResultsAre() {
        assertThat(status("No space left on device")).isOne();
    }
}
