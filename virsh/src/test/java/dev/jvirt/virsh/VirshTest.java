package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirshTest {
    private static final List<String> ONE_COMMAND = List.of("-c", "test:///default", "list");

    private final Path folder;

    VirshTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theTestDriverWorksInTheSameProcess() throws Exception {
        Process virsh = virsh(List.of(), ONE_COMMAND);

        assertThat(virsh.waitFor()).isZero();
        assertThat(folder.resolve("output"))
                .hasContent(
                        """
                         Id   Name   State
                        ----------------------
                         1    test   running

                        """);
    }

    /// Scripts start virsh thousands of times, and most of its time is loading classes.
    @Test
    void theLineEditorIsNotLoadedForOneCommand() throws Exception {
        Path log = folder.resolve("classes");

        Process virsh = virsh(List.of("-Xlog:class+load:file=" + log), ONE_COMMAND);

        assertThat(virsh.waitFor()).isZero();
        try (Stream<String> classes = Files.lines(log)) {
            assertThat(classes)
                    .anyMatch(line -> line.contains(" dev.jvirt.virsh.Virsh "))
                    .noneMatch(line -> line.contains(" org.jline."));
        }
    }

    private Process virsh(List<String> options, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
        command.add(Virsh.class.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /// All that this test runs with, whether it came as modules or not.
    private static String classPath() {
        String classes = System.getProperty("java.class.path");
        String modules = System.getProperty("jdk.module.path", "");
        return modules.isEmpty() ? classes : modules + File.pathSeparator + classes;
    }
}
