package dev.jvirt.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.FlightWriter;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.SampleFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    private PrintStream out() {
        return new PrintStream(out, true, UTF_8);
    }

    private PrintStream err() {
        return new PrintStream(err, true, UTF_8);
    }

    private Path recording() throws IOException {
        Path file = folder.resolve("x.flight");
        byte[] call = SampleFrames.call(2, 7);
        try (var writer = FlightWriter.create(file, Instant.EPOCH, false, "a test")) {
            writer.write(new RecordedFrame(Direction.TO_SERVER, 0, call.length, call));
        }
        return file;
    }

    @Test
    void dumpShowsARecording() throws IOException {
        assertThat(RpcDump.run(out(), err(), recording().toString())).isZero();

        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        """
                        # a test
                        # began 1970-01-01T00:00:00Z; the data of streams were not kept
                            0.000000 -> remote connect_close #7 call, 28 bytes
                        """);
    }

    @Test
    void everyProgramExplainsItself() {
        assertThat(RpcDump.run(out(), err(), "--help")).isZero();
        assertThat(RpcRecord.run(out(), err(), "--help")).isZero();
        assertThat(RpcReplay.run(out(), err(), "--help")).isZero();

        assertThat(out.toString(UTF_8))
                .contains("Usage: rpc-dump", "Usage: rpc-record", "Usage: rpc-replay");
        assertThat(err.size()).isZero();
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertThat(RpcDump.run(out(), err(), "--hexx", "x")).isEqualTo(2);
        assertThat(RpcDump.run(out(), err())).isEqualTo(2);
        assertThat(RpcDump.run(out(), err(), "a", "b")).isEqualTo(2);
        assertThat(RpcDump.run(out(), err(), folder.resolve("none").toString())).isEqualTo(2);
        Path text = Files.writeString(folder.resolve("text"), "no recording at all");
        assertThat(RpcDump.run(out(), err(), text.toString())).isEqualTo(2);
        assertThat(RpcRecord.run(out(), err(), "--listen", "s", "f")).isEqualTo(2);
        assertThat(RpcReplay.run(out(), err(), "f")).isEqualTo(2);
        assertThat(RpcReplay.run(out(), err(), "--connect", "s", "--wait", "x", "f")).isEqualTo(2);
        assertThat(RpcReplay.run(out(), err(), "--connect")).isEqualTo(2);

        assertThat(err.toString(UTF_8).lines().filter(line -> line.startsWith("rpc-")))
                .containsExactly(
                        "rpc-dump: unknown option '--hexx'",
                        "rpc-dump: no FILE given",
                        "rpc-dump: more than one FILE given",
                        "rpc-dump: %s: No such file or directory".formatted(folder.resolve("none")),
                        "rpc-dump: not a recording",
                        "rpc-record: --listen and --connect are needed",
                        "rpc-replay: either --connect or --listen is needed",
                        "rpc-replay: --wait needs a number of seconds, not 'x'",
                        "rpc-replay: option '--connect' needs a value");
        assertThat(out.size()).isZero();
    }

    @Test
    void replayAgainstNobodyIsTrouble() throws IOException {
        String nobody = folder.resolve("nobody").toString();

        assertThat(RpcReplay.run(out(), err(), "--connect", nobody, recording().toString()))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8)).startsWith("rpc-replay: cannot connect to");
    }
}
