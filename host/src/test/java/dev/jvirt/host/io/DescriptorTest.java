package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.process.ProgramStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DescriptorTest {
    private final Path file;

    DescriptorTest(@TempDir Path folder) {
        file = folder.resolve("file");
    }

    private static void echo(Descriptor output, String text) throws IOException {
        var start = ProgramStart.of(Path.of("/bin/echo"), text).output(output).start();
        assertThat(start.exit().join().isSuccess()).isTrue();
    }

    @Test
    void appendsToAFile() throws IOException {
        for (String text : new String[] {"one", "two"}) {
            try (var descriptor = Descriptor.openForAppending(file, 0600)) {
                echo(descriptor, text);
            }
        }

        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void emptiesAFile() throws IOException {
        Files.writeString(file, "a long text");
        try (var descriptor = Descriptor.openForWriting(file, 0600)) {
            echo(descriptor, "short");
        }

        assertThat(file).hasContent("short\n");
    }

    @Test
    void readsAFile() throws IOException {
        Files.writeString(file, "text");
        try (var descriptor = Descriptor.openForReading(file)) {
            assertThat(
                            ProgramStart.of(Path.of("/bin/cat"))
                                    .input(descriptor)
                                    .run(Duration.ofSeconds(30))
                                    .output())
                    .isEqualTo("text");
        }
    }

    @Test
    void aDuplicateLivesOnItsOwn() throws IOException {
        try (var memory = MemoryFile.create("test")) {
            Descriptor duplicate = memory.descriptor().duplicate(500);
            assertThat(duplicate.number()).isGreaterThanOrEqualTo(500);
            duplicate.close();
            duplicate.close();

            echo(memory.descriptor(), "alive");
            assertThat(new String(memory.content(), StandardCharsets.UTF_8)).isEqualTo("alive\n");
            assertThat(memory.size()).isEqualTo(6);
        }
    }

    @Test
    void everythingIsClosedOnExec() throws IOException {
        Pipe pipe = Pipe.open();
        Pipe pair = Pipe.socketPair();
        try (pipe;
                pair;
                var memory = MemoryFile.create("test");
                var copy = memory.descriptor().duplicate(0);
                var appending = Descriptor.openForAppending(file, 0600);
                var device = Descriptor.openDevice(Path.of("/dev/ptmx"))) {
            for (Descriptor descriptor :
                    new Descriptor[] {
                        pipe.readEnd(),
                        pipe.writeEnd(),
                        pair.readEnd(),
                        pair.writeEnd(),
                        memory.descriptor(),
                        copy,
                        appending,
                        device
                    }) {
                assertThat(Files.readString(Path.of("/proc/self/fdinfo/" + descriptor)))
                        .containsPattern("flags:\\s+0[0-7]*2[0-7]{6}\n");
            }
        }
    }

    @Test
    void aFileThatIsMissingIsRefused() {
        assertThatThrownBy(() -> Descriptor.openForReading(file))
                .isInstanceOf(IOException.class)
                .hasMessage("No such file or directory");
    }
}
