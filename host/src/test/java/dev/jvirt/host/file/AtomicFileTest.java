package dev.jvirt.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.host.Users;
import dev.jvirt.host.process.ProgramPath;
import dev.jvirt.host.process.ProgramStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    private final Path folder;
    private final Path file;

    AtomicFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("guest.xml");
    }

    @Test
    void writesANewFileWithItsMode() throws IOException {
        AtomicFile.write(file, "<domain/>ü\n", 0600);

        assertThat(file).hasContent("<domain/>ü\n");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("guest.xml");
    }

    @Test
    void theUmaskTakesNothingAway() throws IOException {
        AtomicFile.write(file, "", 0666);

        assertThat(mode(file)).isEqualTo("rw-rw-rw-");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesAFileAndItsMode() throws IOException {
        AtomicFile.write(file, "a longer text", 0644);
        AtomicFile.write(file, "short", 0400);

        assertThat(file).hasContent("short");
        assertThat(mode(file)).isEqualTo("r--------");
    }

    @Test
    void whoReadsTheOldFileGoesOnReadingIt() throws IOException {
        AtomicFile.write(file, "old", 0600);
        try (var reader = Files.newBufferedReader(file)) {
            AtomicFile.write(file, "new", 0600);

            assertThat(reader.readLine()).isEqualTo("old");
        }
        assertThat(file).hasContent("new");
    }

    @Test
    void takesNoNoticeOfWhatACrashLeftBehind() throws IOException {
        Path leftBehind = Files.writeString(folder.resolve("guest.xml.new"), "half a fi");
        Files.setPosixFilePermissions(leftBehind, PosixFilePermissions.fromString("rw-rw-rw-"));

        AtomicFile.write(file, "new", 0600);

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("guest.xml");
    }

    @Test
    void manyWritersOfOneFileLeaveTheTextOfOneOfThem() throws Exception {
        List<Thread> writers =
                IntStream.range(0, 20)
                        .mapToObj(i -> Thread.ofVirtual().start(() -> writeManyTimes(i)))
                        .toList();
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(Files.readString(file)).matches("(\\d+)(,\\1){999}");
        assertThat(names()).containsExactly("guest.xml");
    }

    private void writeManyTimes(int number) {
        try {
            for (int i = 0; i < 5; i++) {
                AtomicFile.write(
                        file,
                        String.join(",", java.util.Collections.nCopies(1000, "" + number)),
                        0600);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anInterruptDoesNotLoseTheFile() throws IOException {
        Thread.currentThread().interrupt();
        try {
            AtomicFile.write(file, "text", 0600);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(file).hasContent("text");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path missing = folder.resolve("missing/guest.xml");

        assertThatThrownBy(() -> AtomicFile.write(missing, "", 0600))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write data to file '%s': No such file or directory", missing);
    }

    @Test
    void aFolderInThePlaceOfTheFileStays() throws IOException {
        Files.createDirectories(file.resolve("something"));

        assertThatThrownBy(() -> AtomicFile.write(file, "", 0600))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write data to file '%s': ".formatted(file));
        assertThat(names()).containsExactly("guest.xml");
    }

    @Test
    void aFolderThatMayNotBeWrittenKeepsTheOldFile() throws IOException {
        AtomicFile.write(file, "old", 0600);
        // Root may write everywhere, unless the folder itself is immutable.
        boolean root = Users.current() == 0;
        if (root) {
            assumeTrue(attribute("+i"), "the file system knows no immutable folders");
        } else {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        }
        try {
            assertThatThrownBy(() -> AtomicFile.write(file, "new", 0600))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "cannot write data to file '%s': %s",
                            file, root ? "Operation not permitted" : "Permission denied");
            assertThat(names()).containsExactly("guest.xml");
        } finally {
            assertThat(root ? attribute("-i") : folder.toFile().setWritable(true)).isTrue();
        }
        assertThat(file).hasContent("old");
    }

    private boolean attribute(String change) throws IOException {
        var program = ProgramPath.find("chattr");
        return program.isPresent()
                && succeeds(ProgramStart.of(program.get(), change, folder.toString()));
    }

    private static boolean succeeds(ProgramStart start) throws IOException {
        return start.run(Duration.ofSeconds(30)).status().isSuccess();
    }

    @Test
    void aFullDiskKeepsTheOldFile() throws IOException {
        assumeTrue(Users.current() == 0, "needs the rights of root");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds(
                        program(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=64k",
                                "tmpfs",
                                disk.toString())),
                "cannot mount");
        try {
            Path small = disk.resolve("guest.xml");
            AtomicFile.write(small, "old", 0600);

            assertThatThrownBy(() -> AtomicFile.write(small, "x".repeat(100_000), 0600))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write data to file '%s': No space left on device", small);
            assertThat(small).hasContent("old");
            try (var entries = Files.list(disk)) {
                assertThat(entries).containsExactly(small);
            }
        } finally {
            assertThat(succeeds(program("umount", disk.toString()))).isTrue();
        }
    }

    private static ProgramStart program(String name, String... arguments) throws IOException {
        return ProgramStart.of(ProgramPath.require(name), arguments);
    }
}
