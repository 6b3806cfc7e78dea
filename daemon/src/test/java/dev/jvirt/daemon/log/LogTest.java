package dev.jvirt.daemon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.daemon.config.LogConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {
    private static final LogConfig UNSET = new LogConfig(0, Optional.empty(), Optional.empty());

    private final Log log = Log.instance();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void quiet() {
        log.setUp(UNSET, Map.of(), false, false, folder.resolve("unused"));
    }

    @Test
    void linesHaveTheFormatOfLibvirt() {
        var message =
                new LogMessage(
                        1795528800123L, "daemon", LogLevel.INFO, "Daemon.start", 12, "hello");

        assertThat(message.format())
                .isEqualTo(
                        "2026-11-24 14:00:00.123+0000: %d: info : Daemon.start:12 : hello\n"
                                .formatted(ProcessHandle.current().pid()));
    }

    @Test
    void writesToAFileWithTheCallersPlace() throws IOException {
        var file = folder.resolve("log");
        setOutputs("1:file:" + file, 1);

        new LogSource("dev.jvirt.qemu.monitor")
                .log(System.Logger.Level.INFO, "sent {0} to {1}", "quit", 7);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).endsWith("info : libvirt version: 9.0.0");
        assertThat(lines.get(1)).contains(": info : hostname: ");
        assertThat(lines.get(2))
                .matches(
                        ".*: info : LogTest.writesToAFileWithTheCallersPlace:\\d+ : sent quit to"
                                + " 7");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void theFirstFilterThatMatchesDecides() {
        log.setUp(
                new LogConfig(3, Optional.of("4:qemu.mon 1:qemu"), Optional.empty()),
                Map.of(),
                false,
                false,
                folder);

        assertThat(new LogSource("dev.jvirt.qemu.monitor").isLogged(LogLevel.WARNING)).isFalse();
        assertThat(new LogSource("dev.jvirt.qemu.process").isLogged(LogLevel.DEBUG)).isTrue();
        assertThat(new LogSource("dev.jvirt.rpc").isLogged(LogLevel.INFO)).isFalse();
        assertThat(log.filters()).containsExactly("4:*qemu.mon*", "1:*qemu*");
    }

    @Test
    void settingsMayChangeWhileTheDaemonRuns() throws IOException {
        var source = new LogSource("object");
        var file = folder.resolve("log");
        setOutputs("1:file:" + file, 4);

        source.log(System.Logger.Level.DEBUG, "unheard");
        log.setFilters("1:obj");
        source.log(System.Logger.Level.DEBUG, "heard");

        assertThat(Files.readString(file)).contains("heard").doesNotContain("unheard");
    }

    @Test
    void theEnvironmentOverridesTheConfiguration() {
        var environment =
                Map.of(
                        "LIBVIRT_DEBUG", "error",
                        "LIBVIRT_LOG_FILTERS", "2:rpc",
                        "LIBVIRT_LOG_OUTPUTS", "4:stderr");

        log.setUp(
                new LogConfig(1, Optional.of("1:qemu"), Optional.of("1:file:/nowhere/x")),
                environment,
                false,
                false,
                folder);

        assertThat(log.level()).isEqualTo(LogLevel.ERROR);
        assertThat(log.filters()).containsExactly("2:*rpc*");
        assertThat(log.outputs()).containsExactly("4:stderr");
    }

    @Test
    void verboseMeansInfo() {
        log.setUp(UNSET, Map.of(), true, false, folder);

        assertThat(log.level()).isEqualTo(LogLevel.INFO);
        assertThat(log.outputs()).containsExactly("2:stderr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stderr        | Malformed format for log output 'stderr'",
                "5:stderr      | Invalid log priority '5' for log output '5:stderr'",
                "1:printer     | Invalid log destination 'printer' for log output '1:printer'",
                "1:file        | Log output '1:file' does not meet the format requirements for"
                        + " destination type 'file'",
                "1:stderr:x    | Log output '1:stderr:x' does not meet the format requirements for"
                        + " destination type 'stderr'",
            })
    void wrongOutputsAreRefused(String outputs, String message) {
        log.setOutputs("1:stderr");

        assertThatThrownBy(() -> log.setOutputs("2:stderr " + outputs))
                .hasMessage("invalid argument: " + message);
        assertThat(log.outputs()).containsExactly("1:stderr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "qemu    | Malformed format for filter 'qemu'",
                "0:qemu  | Invalid priority '0' for filter '0:qemu'",
                "1:+     | Invalid match string '+'",
            })
    void wrongFiltersAreRefused(String filters, String message) {
        assertThatThrownBy(() -> log.setFilters(filters))
                .hasMessage("invalid argument: " + message);
    }

    @Test
    void aFileThatCannotBeOpenedIsNamed() {
        var file = folder.resolve("missing/log");

        assertThatThrownBy(() -> log.setOutputs("1:file:" + file))
                .hasMessage("failed to open %s: No such file or directory", file);
    }

    @Test
    void ofTwoOutputsToTheSamePlaceTheLastCounts() {
        log.setOutputs("1:stderr 4:stderr");

        assertThat(log.outputs()).containsExactly("4:stderr");
    }

    @Test
    void bracesThatAreNoPlaceStayAsTheyAre() {
        assertThat(LogSource.fill("{\"a\":{0}} {9} {", new Object[] {1}))
                .isEqualTo("{\"a\":1} {9} {");
    }

    private void setOutputs(String outputs, int level) {
        log.setUp(
                new LogConfig(level, Optional.empty(), Optional.of(outputs)),
                Map.of(),
                false,
                false,
                folder);
    }
}
