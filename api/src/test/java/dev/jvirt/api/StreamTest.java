package dev.jvirt.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.stream.SparseFileSink;
import dev.jvirt.api.stream.SparseSource;
import dev.jvirt.api.stream.StreamEvent;
import dev.jvirt.api.stream.StreamReadFlag;
import dev.jvirt.api.stream.StreamSection;
import dev.jvirt.api.stream.ZeroBlockSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class StreamTest {
    private static final Flags<StreamReadFlag> TO_HOLE = Flags.of(StreamReadFlag.STOP_AT_HOLE);

    private final FakeStreamChannel channel = new FakeStreamChannel();
    private final Stream stream = new Stream(channel);

    @TempDir Path folder;

    private static ByteBuffer bytes(String text) {
        return UTF_8.encode(text);
    }

    private String read(int most, Flags<StreamReadFlag> flags) {
        var buffer = ByteBuffer.allocate(most);
        int count = stream.read(buffer, flags);
        return count < 0 ? String.valueOf(count) : UTF_8.decode(buffer.flip()).toString();
    }

    @Test
    void holesAreReadAsZeros() {
        channel.gives("ab", 5000, "c");

        assertThat(read(9, Flags.none())).isEqualTo("ab");
        assertThat(read(4998, Flags.none())).isEqualTo("\0".repeat(4998));
        assertThat(read(9, Flags.none())).isEqualTo("\0\0");
        assertThat(read(9, Flags.none())).isEqualTo("c");
        assertThat(read(9, Flags.none())).isEqualTo("-1");
    }

    @Test
    void readingStopsAtAHoleIfTold() {
        channel.gives("ab", 5000, "c");

        assertThat(read(9, TO_HOLE)).isEqualTo("ab");
        assertThat(read(9, TO_HOLE)).isEqualTo("-3");
        assertThat(read(9, Flags.none())).isEqualTo("\0".repeat(9));
        assertThat(read(9, TO_HOLE)).isEqualTo("-3");
        assertThat(stream.takeHole()).isEqualTo(4991);
        assertThat(stream.takeHole()).isZero();
        assertThat(read(9, TO_HOLE)).isEqualTo("c");
    }

    @Test
    void unknownFlagsAreRefused() {
        assertThatThrownBy(() -> read(1, new Flags<>(8)))
                .hasMessage("unsupported flags (0x8) in function virStreamRecvFlags");
    }

    @Test
    void aStreamThatDoesNotWaitGivesAndTakesWhatGoesNow() {
        stream.configureBlocking(false);

        assertThat(read(5, Flags.none())).isEmpty();
        assertThat(stream.write(bytes("abcdef"))).isEqualTo(3);
        assertThat(channel.taken()).containsExactly("abc");
    }

    @Test
    void wholeTransfersAreForStreamsThatWait() {
        stream.configureBlocking(false);

        assertThatThrownBy(() -> stream.sendAll(into -> 0))
                .hasMessage(
                        "Requested operation is not valid: data sources cannot be used for"
                                + " non-blocking streams");
        assertThatThrownBy(() -> stream.receiveAll(from -> {}))
                .hasMessage(
                        "Requested operation is not valid: data sinks cannot be used for"
                                + " non-blocking streams");
    }

    @Test
    void negativeHolesAreRefused() {
        assertThatThrownBy(() -> stream.writeHole(-1)).hasMessageContaining("virStreamSendHole");
        stream.writeHole(7);
        assertThat(channel.taken()).containsExactly("hole 7");
    }

    @Test
    void holesNeedADriverThatKnowsThem() {
        var plain = new Stream(new PlainChannel());

        assertThatThrownBy(() -> plain.writeHole(1))
                .hasMessage(
                        "Requested operation is not valid: Skipping is not supported with this"
                                + " stream");
        assertThatThrownBy(plain::takeHole)
                .hasMessage(
                        "Requested operation is not valid: Holes are not supported with this"
                                + " stream");
        assertThatThrownBy(() -> plain.watch(Flags.of(StreamEvent.READABLE), events -> {}))
                .hasMessageEndingWith("virStreamEventAddCallback");
    }

    @Test
    void aTransferSendsAllAndIsFinishedByItsCaller() {
        ByteBuffer data = bytes("all of it");

        long count = stream.sendAll(into -> copy(data, into));

        assertThat(count).isEqualTo(9);
        assertThat(channel.taken()).containsExactly("all of it");
    }

    private static int copy(ByteBuffer from, ByteBuffer into) {
        int count = from.remaining();
        into.put(from);
        return count;
    }

    @Test
    void aTransferThatFailsIsAborted() {
        var failure =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                stream.sendAll(
                                        into -> {
                                            throw new IOException("no paper");
                                        }));

        assertThat(failure).hasMessage("send handler failed: no paper");
        assertThat(failure.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(failure.domain()).isEqualTo(ErrorDomain.STREAMS);
        assertThat(channel.taken()).containsExactly("close");
    }

    @Test
    void aSinkMayTakeALittleAtATime() {
        channel.gives("hello", 2, "!");
        var heard = new StringBuilder();

        long count = stream.receiveAll(from -> heard.append((char) from.get()));

        assertThat(count).isEqualTo(8);
        assertThat(heard).hasToString("hello\0\0!");
    }

    @Test
    void aSparseTransferSendsSectionsAndHoles() {
        ByteBuffer data = bytes("headtail");
        var sections =
                List.of(StreamSection.data(4), StreamSection.hole(1 << 20), StreamSection.data(4))
                        .iterator();
        var source =
                new SparseSource() {
                    @Override
                    public StreamSection section() {
                        return sections.hasNext() ? sections.next() : StreamSection.END;
                    }

                    @Override
                    public int read(ByteBuffer into) {
                        int count = Math.min(into.remaining(), data.remaining());
                        into.put(data.slice(data.position(), count));
                        data.position(data.position() + count);
                        return count;
                    }

                    @Override
                    public void skip(long length) {
                        assertThat(length).isEqualTo(1 << 20);
                    }
                };

        assertThat(stream.sparseSendAll(source)).isEqualTo((1 << 20) + 8);
        assertThat(channel.taken()).containsExactly("head", "hole 1048576", "tail");
    }

    @Test
    void filesAreSentAndReceivedWithTheirHoles() throws IOException {
        Path file = folder.resolve("sparse");
        Files.write(file, new byte[3 * 4096]);
        try (var writing = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writing.write(bytes("start"), 0);
            writing.write(bytes("end"), 4 << 20);
        }
        try (var reading = FileChannel.open(file)) {
            stream.sparseSendAll(new ZeroBlockSource(reading));
        }
        channel.givesWhatItTook();
        Path copy = folder.resolve("copy");

        try (var writing =
                FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(stream.sparseReceiveAll(new SparseFileSink(writing)))
                    .isEqualTo((4 << 20) + 3);
        }

        assertThat(copy).hasSameBinaryContentAs(file);
    }

    @Test
    void aHoleOverwritesWhatIsThereAndExtendsTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("old"), "0123456789");

        try (var writing = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var sink = new SparseFileSink(writing);
            sink.write(bytes("ab"));
            sink.hole(3);
            sink.write(bytes("c"));
            sink.hole(10);
        }

        assertThat(file).hasContent("ab\0\0\0c" + "\0".repeat(10));
    }

    @Test
    void viewsFinishWhatIsCompleteAndAbortTheRest() throws IOException {
        channel.gives("abc");
        try (var in = stream.inputStream()) {
            assertThat(in.readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
        }
        assertThat(channel.taken()).containsExactly("finish", "close");

        var other = new FakeStreamChannel();
        other.gives("abc");
        try (var in = new Stream(other).inputStream()) {
            assertThat(in.read()).isEqualTo('a');
        }
        assertThat(other.taken()).containsExactly("close");

        var third = new FakeStreamChannel();
        try (var out = new Stream(third).outputStream()) {
            out.write("xyz".getBytes(UTF_8));
        }
        assertThat(third.taken()).containsExactly("xyz", "finish", "close");
    }

    @Test
    void aViewThrowsWhatTheFarSideFound() {
        channel.breaksOnFinish();

        assertThatThrownBy(() -> stream.outputStream().close())
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(LibvirtException.class)
                .hasMessage("internal error: no space");
    }

    @Test
    void aWatchTellsAgainAndAgainUntilItIsChangedOrClosed() throws InterruptedException {
        BlockingQueue<Flags<StreamEvent>> told = new LinkedBlockingQueue<>();
        StreamWatch watch = stream.watch(Flags.of(StreamEvent.READABLE), told::add);

        channel.happens(StreamEvent.READABLE, StreamEvent.WRITABLE);
        assertThat(told.take()).isEqualTo(Flags.of(StreamEvent.READABLE));
        assertThat(told.take()).isEqualTo(Flags.of(StreamEvent.READABLE));
        watch.update(Flags.of(StreamEvent.WRITABLE));
        while (!told.take().has(StreamEvent.WRITABLE)) {
            // what was under way
        }
        watch.close();

        assertThatThrownBy(() -> watch.update(Flags.none()))
                .hasMessage("internal error: no stream callback registered");
    }

    @Test
    void aStreamHasOneWatchAtATime() {
        StreamWatch first = stream.watch(Flags.none(), events -> {});

        assertThatThrownBy(() -> stream.watch(Flags.none(), events -> {}))
                .hasMessage("internal error: multiple stream callbacks not supported");
        first.close();
        stream.watch(Flags.none(), events -> {}).close();
    }

    @Test
    void theEndOfAStreamEndsItsWatch() {
        StreamWatch watch = stream.watch(Flags.none(), events -> {});

        stream.finish();

        assertThatThrownBy(() -> watch.update(Flags.none())).isInstanceOf(LibvirtException.class);
    }

    @Test
    void aHandlerThatThrowsIsNotCalledAgain() throws InterruptedException {
        BlockingQueue<Flags<StreamEvent>> told = new LinkedBlockingQueue<>();
        StreamWatch watch =
                stream.watch(
                        Flags.of(StreamEvent.ERROR),
                        events -> {
                            told.add(events);
                            throw new IllegalStateException("a test");
                        });
        channel.happens(StreamEvent.ERROR);

        told.take();
        while (watch.isOpen()) {
            Thread.onSpinWait();
        }
        assertThat(told).isEmpty();
    }

    /// A driver's end that can do what every one must.
    private static final class PlainChannel implements StreamChannel {
        @Override
        public int read(ByteBuffer into) {
            return END;
        }

        @Override
        public void write(ByteBuffer from) {}

        @Override
        public void finish() {}

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }
}
