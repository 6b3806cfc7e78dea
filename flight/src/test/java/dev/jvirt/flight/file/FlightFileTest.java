package dev.jvirt.flight.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.flight.record.SampleFrames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightFileTest {
    private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05.000000678Z");
    private static final int ABOUT = 28;

    @TempDir private Path folder;

    private Path write(Entry... entries) throws IOException {
        Path file = folder.resolve("x.flight");
        try (var writer = FlightWriter.create(file, BEGAN, true, "a test")) {
            for (Entry entry : entries) {
                writer.write(entry);
            }
        }
        return file;
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        byte[] call = SampleFrames.call(2, 7);
        byte[] packet = Arrays.copyOf(SampleFrames.data(209, 8, new byte[100]), 28);

        var flight =
                Flight.read(
                        write(
                                new RecordedFrame(Direction.TO_SERVER, 5, call.length, call),
                                new Note(6, "grün"),
                                new RecordedFrame(Direction.TO_CLIENT, 1L << 40, 128, packet)));

        assertThat(flight.began()).isEqualTo(BEGAN);
        assertThat(flight.streams()).isTrue();
        assertThat(flight.about()).isEqualTo("a test");
        assertThat(flight.complete()).isTrue();
        assertThat(flight.entries()).hasSize(3).element(1).isEqualTo(new Note(6, "grün"));
        RecordedFrame first = flight.frames().getFirst();
        assertThat(first.bytes()).isEqualTo(call);
        assertThat(first.header().serial()).isEqualTo(7);
        RecordedFrame last = flight.frames().getLast();
        assertThat(last.direction()).isEqualTo(Direction.TO_CLIENT);
        assertThat(last.nanos()).isEqualTo(1L << 40);
        assertThat(last.isWhole()).isFalse();
        assertThat(last.bytes()).hasSize(128).endsWith(new byte[100]);
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(write())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        write();

        assertThatThrownBy(this::write).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFileThatEndsEarlyIsGoodUpToThere() throws IOException {
        Path file = write(new Note(1, "one"), new Note(2, "two"));
        byte[] bytes = Files.readAllBytes(file);
        int second = bytes.length - 19;

        for (int length = second + 1; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));

            var flight = Flight.read(file);

            assertThat(flight.entries()).containsExactly(new Note(1, "one"));
            assertThat(flight.complete()).isFalse();
        }
    }

    @Test
    void entriesOfUnknownKindsAreSkipped() throws IOException {
        Path file = write(new Note(1, "one"), new Note(2, "two"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[ABOUT + "a test".length() + 4] = 99;
        Files.write(file, bytes);

        assertThat(Flight.read(file).entries()).containsExactly(new Note(2, "two"));
    }

    @Test
    void whatIsNoRecordingIsNamedSo() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "this is some text, not a recording");

        assertThatThrownBy(() -> Flight.read(file)).hasMessage("not a recording");
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> Flight.read(file)).hasMessageContaining("ends within its header");
    }

    @Test
    void anotherFormatIsNamed() throws IOException {
        Path file = write();
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 2;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Flight.read(file))
                .hasMessage("a recording of format 2, and this program knows format 1");
    }

    @Test
    void damageIsRefusedAndNeverACrash() throws IOException {
        byte[] call = SampleFrames.call(2, 7);
        Path file =
                write(
                        new RecordedFrame(Direction.TO_SERVER, 5, call.length, call),
                        new Note(6, "x"));
        byte[] good = Files.readAllBytes(file);
        var random = new Random(11);

        for (int round = 0; round < 500; round++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            Files.write(file, bad);

            try {
                Flight.read(file).frames().forEach(frame -> assertThat(frame.size()).isPositive());
            } catch (IOException e) {
                assertThat(e.getMessage()).contains("recording");
            }
        }
    }
}
