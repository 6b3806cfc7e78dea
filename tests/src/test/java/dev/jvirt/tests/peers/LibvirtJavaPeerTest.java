package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A program that was written for libvirt-java and compiled with its published jar prints the same
/// with ours, without C libvirt and JNA in its process, whoever's daemon it talks to.
@Timeout(300)
class LibvirtJavaPeerTest {
    private static final String QEMU = "qemu:///system";
    private static final Path PROGRAMS = Repository.file("libvirt-java/src/it/java");

    private static final List<Path> PUBLISHED =
            Stream.of("libvirt.jar", "jna.jar")
                    .map(Repository.file("libvirt-java/target/published")::resolve)
                    .toList();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TwoDaemons daemons;

    @SuppressWarnings("NullAway.Init")
    private Path classes;

    @BeforeEach
    void compileAndStart() throws IOException {
        assumeTrue(
                PUBLISHED.stream().allMatch(Files::isRegularFile) && Files.isRegularFile(ours()),
                "room libvirt-java is not built");
        classes = Files.createDirectory(folder.resolve("classes"));
        var command =
                new ArrayList<>(
                        List.of(jdk("javac"), "-cp", path(PUBLISHED), "-d", classes.toString()));
        try (var files = Files.newDirectoryStream(PROGRAMS, "*.java")) {
            files.forEach(file -> command.add(file.toString()));
        }
        Programs.run(command, "").orFail();
        daemons = TwoDaemons.start(folder);
    }

    @AfterEach
    void stopDaemons() {
        if (daemons != null) {
            daemons.close();
        }
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static Path ours() {
        return Repository.file("libvirt-java/target/jvirt-libvirt-java-0.1.0-SNAPSHOT.jar");
    }

    private static String path(List<Path> jars) {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    /// Our jar and all that its users get with it.
    private static String ourPath() {
        return ours()
                + File.pathSeparator
                + Repository.read(Repository.file("libvirt-java/target/classpath"));
    }

    private Output run(String program, String jars, Daemon daemon) throws IOException {
        Path pool = folder.resolve("pool");
        if (!Files.exists(pool)) {
            Files.createDirectory(pool);
        }
        return Programs.run(
                jdk("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + File.pathSeparator + jars,
                program,
                daemon.uri(QEMU),
                pool.toString());
    }

    private void needCLibrary() {
        assumeTrue(
                Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")
                        .anyMatch(lib -> Files.exists(Path.of(lib, "libvirt.so.0"))),
                "the C library is not installed");
    }

    private void sameWithBothJars(Daemon daemon) throws IOException {
        needCLibrary();

        Output published = run("Tour", path(PUBLISHED), daemon);
        Output ours = run("Tour", ourPath(), daemon);

        assertThat(ours.err()).isEmpty();
        assertThat(ours.out()).isEqualTo(published.out()).endsWith("loop ended\n");
        assertThat(ours.exit()).isEqualTo(published.exit()).isZero();
    }

    @Test
    void programsPrintTheSameWithTheDaemonOfC() throws IOException {
        sameWithBothJars(daemons.c());
    }

    @Test
    void programsPrintTheSameWithOurDaemon() throws IOException {
        sameWithBothJars(daemons.jvirt());
    }

    @Test
    void nothingOfTheWorldOfCIsInTheProcess() throws IOException {
        for (Daemon daemon : daemons.both()) {
            Output ours = run("Alone", ourPath(), daemon);

            assertThat(ours.err()).as(daemon.name()).isEmpty();
            assertThat(ours.out()).contains("start: 0").endsWith("loop ended\n");
        }
    }

    @Test
    void thePublishedJarHasItAllInTheProcess() throws IOException {
        needCLibrary();

        assertThat(run("Alone", path(PUBLISHED), daemons.c()).err())
                .contains("mapped: libvirt.so", "found: com.sun.jna.Native");
    }
}
