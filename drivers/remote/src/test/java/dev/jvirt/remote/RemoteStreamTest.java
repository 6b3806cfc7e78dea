package dev.jvirt.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.Stream;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import dev.jvirt.api.stream.StreamEvent;
import dev.jvirt.api.stream.StreamReadFlag;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetHostname;
import dev.jvirt.protocol.remote.ConnectGetHostnameReplyCodec;
import dev.jvirt.protocol.wire.Opaque;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Streams of a far host: holes, errors, events, ends.
@Timeout(20)
class RemoteStreamTest {
    private static final StorageVolumeId VOLUME = new StorageVolumeId("images", "a", "/images/a");
    private static final int UPLOAD = 208;
    private static final int DOWNLOAD = 209;
    private static final int HOSTNAME = 59;

    private FakeDaemon daemon;
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    RemoteStreamTest() {}

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        daemon.answer(UPLOAD);
        daemon.answer(DOWNLOAD);
        daemon.answer(
                HOSTNAME, ConnectGetHostnameReplyCodec.INSTANCE, new ConnectGetHostname.Reply("h"));
        connection = daemon.connect();
    }

    @AfterEach
    void close() throws IOException {
        // Nobody answers the end of a stream that a test has left open.
        daemon.close();
        connection.close();
    }

    private StorageVolume volume() {
        return connection.storageVolumes().volume(VOLUME);
    }

    private Stream sparseDownload() {
        return volume().download(0, 0, Flags.of(StorageVolumeDownloadFlag.SPARSE_STREAM));
    }

    private void data(String text) {
        daemon.sendPacket(FakeDaemon.CONTINUE, text.getBytes(UTF_8));
    }

    private static Opaque bytes(String text) {
        return new Opaque(text.getBytes(UTF_8));
    }

    @Test
    void holesOfADownloadAreToldOrReadAsZeros() {
        Stream stream = sparseDownload();
        var buffer = ByteBuffer.allocate(10);
        data("ab");
        daemon.sendHole(3);
        daemon.sendHole(4);
        data("");

        Flags<StreamReadFlag> toHole = Flags.of(StreamReadFlag.STOP_AT_HOLE);
        assertThat(stream.read(buffer, toHole)).isEqualTo(2);
        assertThat(stream.read(buffer, toHole)).isEqualTo(Stream.HOLE);
        assertThat(stream.takeHole()).isEqualTo(3);
        assertThat(stream.read(buffer)).isEqualTo(4);
        assertThat(stream.read(buffer)).isEqualTo(Stream.END);
    }

    @Test
    void aHoleThatWasNotAskedForIsABreach() {
        Stream stream = volume().download(0, 0, Flags.none());
        daemon.sendHole(3);

        var breach =
                catchThrowableOfType(
                        LibvirtException.class, () -> stream.read(ByteBuffer.allocate(1)));

        assertThat(breach).hasMessage("Unexpected stream hole");
        assertThat(breach.code()).isEqualTo(ErrorCode.RPC);
        assertThatThrownBy(() -> stream.writeHole(1)).hasMessage("Unexpected stream hole");
    }

    @Test
    void holesOfAnUploadTravelAsSuch() throws InterruptedException {
        var flags = Flags.of(StorageVolumeUploadFlag.SPARSE_STREAM);
        Stream stream = volume().upload(0, 0, flags);

        stream.write(ByteBuffer.wrap("ab".getBytes(UTF_8)));
        stream.writeHole(0x1_0000_0002L);
        stream.writeHole(0);
        stream.write(ByteBuffer.wrap("c".getBytes(UTF_8)));

        assertThat(daemon.packets().take())
                .isEqualTo(new FakeDaemon.Packet(FakeDaemon.CONTINUE, bytes("ab")));
        assertThat(daemon.packets().take())
                .isEqualTo(
                        new FakeDaemon.Packet(
                                FakeDaemon.STREAM_HOLE,
                                new Opaque(HexFormat.of().parseHex("000000010000000200000000"))));
        assertThat(daemon.packets().take())
                .isEqualTo(new FakeDaemon.Packet(FakeDaemon.CONTINUE, bytes("c")));
    }

    @Test
    void whatTheDaemonFoundIsThrownByAllThatFollows() {
        Stream stream = volume().upload(0, 0, Flags.none());
        daemon.failStream(38, 38, "cannot write to stream: No space left on device");

        var failure = catchThrowableOfType(LibvirtException.class, stream::finish);

        assertThat(failure.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(failure.domain()).isEqualTo(ErrorDomain.STREAMS);
        assertThatThrownBy(() -> stream.write(ByteBuffer.allocate(1)))
                .hasMessage("cannot write to stream: No space left on device");
        assertThatThrownBy(stream::finish)
                .hasMessage("cannot write to stream: No space left on device");
    }

    @Test
    void theEndOfTheConnectionEndsAReader() {
        Stream stream = volume().download(0, 0, Flags.none());
        CompletableFuture<Integer> reading =
                CompletableFuture.supplyAsync(() -> stream.read(ByteBuffer.allocate(1)));

        connection.close();

        assertThatThrownBy(reading::get).hasMessageContaining("client socket is closed");
        assertThatThrownBy(() -> stream.write(ByteBuffer.allocate(1)))
                .hasMessage("internal error: client socket is closed");
    }

    @Test
    void aWatchTellsOfDataAndOfTheEnd() throws InterruptedException {
        Stream stream = volume().download(0, 0, Flags.none());
        stream.configureBlocking(false);
        assertThat(stream.read(ByteBuffer.allocate(1))).isZero();
        BlockingQueue<String> read = new LinkedBlockingQueue<>();
        stream.watch(
                Flags.of(StreamEvent.READABLE),
                events -> {
                    var buffer = ByteBuffer.allocate(10);
                    int count = stream.read(buffer);
                    read.add(count == Stream.END ? "end" : UTF_8.decode(buffer.flip()).toString());
                });

        data("hello");
        assertThat(read.take()).isEqualTo("hello");
        data("");
        assertThat(read.take()).isEqualTo("end");
    }

    @Test
    void aSlowHandlerDelaysNeitherCallsNorOtherHandlers() throws InterruptedException {
        Stream slow = volume().download(0, 0, Flags.none());
        var stuck = new CountDownLatch(1);
        var entered = new CountDownLatch(1);
        slow.watch(
                Flags.of(StreamEvent.READABLE),
                events -> {
                    entered.countDown();
                    await(stuck);
                });
        data("for the slow one");
        entered.await();
        Stream other = volume().download(0, 0, Flags.none());
        var told = new CountDownLatch(1);
        other.watch(Flags.of(StreamEvent.READABLE), events -> told.countDown());

        data("for the other one");
        told.await();
        assertThat(connection.hostname()).isEqualTo("h");
        stuck.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
