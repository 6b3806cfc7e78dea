package dev.jvirt.flight.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.Flight;
import dev.jvirt.flight.file.Note;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.server.FrameWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final int LOOKUP = 23;
    private static final int CLOSE = 2;

    @TempDir private Path folder;

    private Recorder recorder(String words) throws IOException {
        return new Recorder(RecordSettings.parse(folder + words), "test").prepared();
    }

    private static FrameWatch watch(Recorder recorder) {
        return recorder.watch("libvirtd", 3);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static byte[] joined(byte[]... frames) {
        int length = 0;
        for (byte[] frame : frames) {
            length += frame.length;
        }
        var all = ByteBuffer.allocate(length);
        for (byte[] frame : frames) {
            all.put(frame);
        }
        return all.array();
    }

    @Test
    void aServerRecordsBothDirections() throws IOException {
        byte[] call = SampleFrames.call(CLOSE, 0);
        FrameWatch watch = watch(recorder(""));

        watch.received(SampleFrames.received(call));
        var replies = ByteBuffer.wrap(joined(SampleFrames.reply(CLOSE, 0), SampleFrames.end(9, 1)));
        watch.sending(replies);
        watch.closed();

        assertThat(replies.position()).isZero();
        var flight = Flight.read(files().getFirst());
        assertThat(flight.about()).isEqualTo("test, client 3 of server libvirtd");
        assertThat(flight.frames())
                .extracting(RecordedFrame::direction)
                .containsExactly(Direction.TO_SERVER, Direction.TO_CLIENT, Direction.TO_CLIENT);
        assertThat(flight.frames().getFirst().bytes()).isEqualTo(call);
        assertThat(flight.entries()).last().extracting("text").isEqualTo("closed");
    }

    @Test
    void aConnectionOnWhichNobodySaidAnythingLeavesNothing() throws IOException {
        watch(recorder("")).closed();
        watch(recorder(",ring")).closed();

        assertThat(files()).isEmpty();
    }

    @Test
    void aRingIsForgottenAfterAFarewell() throws IOException {
        FrameWatch watch = watch(recorder(",ring=1K"));

        watch.received(SampleFrames.received(SampleFrames.call(CLOSE, 0)));
        watch.closed();

        assertThat(files()).isEmpty();
    }

    @Test
    void aRingHasTheLatestFramesWhenTheConnectionBreaks() throws IOException {
        FrameWatch watch = watch(recorder(",ring=1K"));

        for (int serial = 0; serial < 100; serial++) {
            watch.received(SampleFrames.received(SampleFrames.call(1000, serial)));
        }
        watch.closed();

        var flight = Flight.read(files().getFirst());
        assertThat(flight.entries().getFirst())
                .isInstanceOfSatisfying(
                        Note.class, note -> assertThat(note.text()).endsWith("were not kept"));
        assertThat(flight.frames()).hasSizeBetween(8, 12);
        assertThat(flight.frames().getLast().header().serial()).isEqualTo(99);
        assertThat(flight.entries())
                .last()
                .extracting("text")
                .isEqualTo("closed without a farewell");
    }

    @Test
    void ringsAreWrittenOnDemandAsOftenAsWanted() throws IOException {
        Recorder recorder = recorder(",ring");
        FrameWatch watch = watch(recorder);
        watch.received(SampleFrames.received(SampleFrames.call(CLOSE, 0)));

        recorder.dump();
        recorder.dump();
        watch.closed();
        recorder.dump();

        assertThat(files()).hasSize(2);
        assertThat(Flight.read(files().getLast()).frames()).hasSize(1);
    }

    @Test
    void aClientIsRecordedThroughItsTransport() throws IOException {
        byte[] call = SampleFrames.call(LOOKUP, 5);
        byte[] reply = SampleFrames.reply(CLOSE, 5);
        var plain = new ScriptedTransport(reply);
        Transport transport = recorder("").record(plain, "/run/sock");

        var out = ByteBuffer.wrap(call);
        while (out.hasRemaining()) {
            transport.write(out);
        }
        var in = ByteBuffer.allocate(64).position(8);
        assertThat(transport.read(in)).isEqualTo(reply.length);
        assertThat(transport.read(in)).isEqualTo(-1);
        transport.close();

        assertThat(plain.bytes()).isEqualTo(call);
        assertThat(in.position()).isEqualTo(8 + reply.length);
        var flight = Flight.read(files().getFirst());
        assertThat(flight.about()).isEqualTo("test, connection to /run/sock");
        assertThat(flight.frames())
                .extracting(frame -> frame.direction() + " #" + frame.header().serial())
                .containsExactly("TO_SERVER #5", "TO_CLIENT #5");
        assertThat(flight.entries())
                .filteredOn(Note.class::isInstance)
                .extracting("text")
                .containsExactly(
                        "the server has closed the connection", "closed without a farewell");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new Recorder(RecordSettings.parse(file + "/x"), "test").prepared())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot make folder");
    }

    @Test
    void aRecordingThatFailsLeavesTheConnectionAlone() throws IOException {
        Recorder recorder = recorder("/gone,ring");
        FrameWatch watch = watch(recorder);
        Files.delete(folder.resolve("gone"));
        watch.received(SampleFrames.received(SampleFrames.call(1000, 1)));

        recorder.dump();
        watch.received(SampleFrames.received(SampleFrames.call(1000, 2)));
        watch.closed();

        assertThat(files()).isEmpty();
    }

    /// Takes a few bytes at a time and gives what it was made with.
    private static final class ScriptedTransport implements Transport {
        private static final int BITE = 5;

        private final ByteBuffer answer;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        ScriptedTransport(byte[] answer) {
            this.answer = ByteBuffer.wrap(answer);
        }

        byte[] bytes() {
            return written.toByteArray();
        }

        @Override
        public int read(ByteBuffer into) {
            if (!answer.hasRemaining()) {
                return -1;
            }
            int count = answer.remaining();
            into.put(answer);
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            int count = Math.min(BITE, from.remaining());
            for (int i = 0; i < count; i++) {
                written.write(from.get());
            }
            return count;
        }

        @Override
        public void await(boolean forWriting, long nanos) {}

        @Override
        public void wakeup() {}

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public boolean isEncrypted() {
            return false;
        }

        @Override
        public void close() {}
    }

    @Test
    void framesAreFoundHoweverTheBytesArrive() {
        byte[] large = SampleFrames.data(209, 1, "x".repeat(100_000).getBytes(UTF_8));
        byte[] all = joined(SampleFrames.call(CLOSE, 0), large, SampleFrames.call(CLOSE, 2));
        for (int step : new int[] {1, 7, 4096, all.length}) {
            var frames = new ArrayList<byte[]>();
            var splitter = new FrameSplitter(frames::add);

            for (int at = 0; at < all.length; at += step) {
                int count = Math.min(step, all.length - at);
                assertThat(splitter.take(ByteBuffer.wrap(all, at, count))).isTrue();
            }

            assertThat(frames).hasSize(3);
            assertThat(frames.get(1)).isEqualTo(large);
        }
    }

    @Test
    void whatIsNoFrameEndsTheSplitting() {
        var frames = new ArrayList<byte[]>();
        var splitter = new FrameSplitter(frames::add);

        assertThat(splitter.take(ByteBuffer.wrap(new byte[40]))).isFalse();
        assertThat(splitter.take(ByteBuffer.wrap(SampleFrames.call(CLOSE, 0)))).isFalse();

        assertThat(frames).isEmpty();
    }
}
