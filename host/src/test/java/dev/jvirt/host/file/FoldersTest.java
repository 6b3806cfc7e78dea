package dev.jvirt.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    private final Path top;

    FoldersTest(@TempDir Path top) {
        this.top = top;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void makesFoldersWithTheirMode() throws IOException {
        Folders.create(top.resolve("a/b"), 0777);

        assertThat(mode(top.resolve("a"))).isEqualTo("rwxrwxrwx");
        assertThat(mode(top.resolve("a/b"))).isEqualTo("rwxrwxrwx");
    }

    @Test
    void leavesAFolderAloneThatIsThere() throws IOException {
        Folders.create(top.resolve("a"), 0750);
        Folders.create(top.resolve("a/b"), 0711);
        Folders.create(top.resolve("a"), 0700);

        assertThat(mode(top.resolve("a"))).isEqualTo("rwxr-x---");
    }

    @Test
    void aLinkToAFolderIsAsGood() throws IOException {
        Folders.create(top.resolve("a"), 0700);
        Path link = Files.createSymbolicLink(top.resolve("link"), Path.of("a"));

        Folders.create(link.resolve("b"), 0700);
        Folders.create(link, 0700);

        assertThat(top.resolve("a/b")).isDirectory();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(top.resolve("file"));

        assertThatThrownBy(() -> Folders.create(file, 0700))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot create directory '%s': File exists", file);
        assertThatThrownBy(() -> Folders.create(file.resolve("b"), 0700))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot create directory '%s/b': ".formatted(file));
    }
}
