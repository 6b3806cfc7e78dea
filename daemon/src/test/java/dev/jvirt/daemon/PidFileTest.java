package dev.jvirt.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private static final String OWN = Long.toString(ProcessHandle.current().pid());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void holdsTheProcessIdUntilItIsClosed() throws IOException {
        var path = folder.resolve("libvirtd.pid");

        try (var held = PidFile.acquire(path)) {
            assertThat(held).isNotNull();
            assertThat(path).hasContent(OWN);
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void aSecondDaemonIsToldOfTheFirst() {
        var path = folder.resolve("libvirtd.pid");

        try (var first = PidFile.acquire(path)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> PidFile.acquire(path))
                    .isInstanceOf(StartupException.class)
                    .hasMessage(
                            "Failed to acquire pid file '%s': the daemon is already running with"
                                    + " process id %s",
                            path, OWN);
            assertThat(path).hasContent(OWN);
        }
    }

    @Test
    void aFileLeftByADeadDaemonIsTakenOver() throws IOException {
        var path = Files.writeString(folder.resolve("libvirtd.pid"), "123456789");

        try (var held = PidFile.acquire(path)) {
            assertThat(held).isNotNull();
            assertThat(path).hasContent(OWN);
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        var path = folder.resolve("missing/libvirtd.pid");

        assertThatThrownBy(() -> PidFile.acquire(path))
                .hasMessage("Failed to open pid file '%s': No such file or directory", path);
    }
}
