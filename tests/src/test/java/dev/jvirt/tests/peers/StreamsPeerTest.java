package dev.jvirt.tests.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.Stream;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import dev.jvirt.api.stream.SparseFileSink;
import dev.jvirt.api.stream.ZeroBlockSource;
import dev.jvirt.guests.BootSector;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Streams between C's halves and ours.
@Timeout(180)
class StreamsPeerTest {
    private static final long SIZE = 8 << 20;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd c;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeEach
    void startDaemon() {
        Peers.needCLibvirtd();
        c = CLibvirtd.start(Peers.root(folder, "c"));
        connection = Connection.open(c.uri("qemu:///system"));
    }

    @AfterEach
    void stopDaemon() {
        if (connection != null) {
            connection.close();
        }
        if (c != null) {
            c.close();
        }
    }

    private StorageVolume volume(String name, long size) {
        Path images = Peers.root(folder, "images");
        var pools = connection.storagePools();
        var pool =
                pools.createXml(
                        "<pool type='dir'><name>images</name><target><path>%s</path></target></pool>"
                                .formatted(images),
                        Flags.none());
        return pool.createVolumeXml(
                """
                <volume><name>%s</name><capacity>%d</capacity><allocation>0</allocation></volume>
                """
                        .formatted(name, size),
                Flags.none());
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private Path random(long size) throws IOException {
        var bytes = new byte[(int) size];
        new Random(5).nextBytes(bytes);
        return Files.write(folder.resolve("random"), bytes);
    }

    /// A file of 8 MiB with two blocks of data.
    private Path sparse() throws IOException {
        Path file = folder.resolve("sparse");
        try (var writing = new RandomAccessFile(file.toFile(), "rw")) {
            writing.setLength(SIZE);
            writing.seek(1 << 20);
            writing.write("one".repeat(1000).getBytes(UTF_8));
            writing.seek(SIZE - 5000);
            writing.write("two".getBytes(UTF_8));
        }
        return file;
    }

    /// How much of a file is stored, in bytes.
    private static long stored(Path file) {
        return 512
                * Long.parseLong(
                        Programs.run("stat", "-c", "%b", file.toString()).orFail().strip());
    }

    @Test
    void bytesGoToCsDaemonAndComeBack() throws IOException {
        StorageVolume volume = volume("plain", SIZE);
        Path file = random(SIZE);
        try (var source = FileChannel.open(file);
                Stream upload = volume.upload(0, 0, Flags.none())) {
            assertThat(upload.sendAll(source::read)).isEqualTo(SIZE);
            upload.finish();
        }
        assertThat(Path.of(volume.path())).hasSameBinaryContentAs(file);

        Path copy = folder.resolve("copy");
        try (var sink = create(copy);
                Stream download = volume.download(0, 0, Flags.none())) {
            assertThat(download.receiveAll(sink::write)).isEqualTo(SIZE);
            download.finish();
        }
        assertThat(copy).hasSameBinaryContentAs(file);
        try (var in = volume.download(100, 1000, Flags.none()).inputStream()) {
            assertThat(in.readAllBytes()).hasSize(1000);
        }
    }

    @Test
    void holesGoToCsDaemonAndComeBack() throws IOException {
        StorageVolume volume = volume("sparse", SIZE);
        Path file = sparse();
        try (var source = FileChannel.open(file);
                Stream upload =
                        volume.upload(0, 0, Flags.of(StorageVolumeUploadFlag.SPARSE_STREAM))) {
            assertThat(upload.sparseSendAll(new ZeroBlockSource(source))).isEqualTo(SIZE);
            upload.finish();
        }
        Path there = Path.of(volume.path());
        assertThat(there).hasSameBinaryContentAs(file);
        assertThat(stored(there)).isLessThan(64 << 10);

        Path copy = folder.resolve("copy");
        try (var sink = create(copy);
                Stream download =
                        volume.download(0, 0, Flags.of(StorageVolumeDownloadFlag.SPARSE_STREAM))) {
            assertThat(download.sparseReceiveAll(new SparseFileSink(sink))).isEqualTo(SIZE);
            download.finish();
        }
        assertThat(copy).hasSameBinaryContentAs(file);
        assertThat(stored(copy)).isLessThan(64 << 10);
    }

    @Test
    void whatCsDaemonFindsWrongIsThrown() {
        StorageVolume volume = volume("small", SIZE);
        try (Stream upload = volume.upload(0, 100, Flags.none())) {
            upload.write(ByteBuffer.allocate(200));

            assertThatThrownBy(upload::finish)
                    .isInstanceOf(LibvirtException.class)
                    .hasMessage("cannot write to stream: No space left on device");
        }
        try (Stream download = volume.download(0, 0, Flags.none())) {
            assertThat(download.read(ByteBuffer.allocate(10))).isEqualTo(10);
            download.abort();

            assertThatThrownBy(() -> download.read(ByteBuffer.allocate(1)))
                    .hasMessage("operation failed: stream is closed");
        }
        assertThat(connection.isAlive()).isTrue();
    }

    @Test
    void callsGoOnBesideADownloadThatNobodyReads() {
        StorageVolume volume = volume("large", 1L << 30);
        try (Stream download = volume.download(0, 0, Flags.none())) {
            download.read(ByteBuffer.allocate(1));

            for (int i = 0; i < 50; i++) {
                long start = System.nanoTime();
                assertThat(connection.hostname()).isNotEmpty();
                assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
            }
        }
    }

    @Test
    void pythonSendsToOurDaemonWhatItSendsToCs() throws IOException {
        Peers.needPython();
        Peers.needProduct();
        StorageVolume volume = volume("python", 1 << 20);
        Path file = folder.resolve("file");
        try (var empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(1 << 20);
        }
        var byC = Peers.script("volumes.py", c.uri("qemu:///system"), volume.path());
        String classes = "-cp " + Repository.file("tests/target/classes");

        try (var jvirt = JvirtLibvirtd.startWith(Peers.root(folder, "j"), classes)) {
            var byUs = Peers.script("volumes.py", jvirt.uri("files:///"), file.toString());

            assertThat(byC.err()).isEmpty();
            assertThat(byUs.err()).isEmpty();
            assertThat(byUs.out()).isEqualTo(byC.out()).endsWith("the connection goes on 1\n");
        }
        assertThat(file).hasSameBinaryContentAs(Path.of(volume.path()));
    }

    @Test
    void pythonWaitsForNothingOnOurConsolesNorOnCs() {
        Peers.needPython();
        Peers.needProduct();
        String guest =
                Peers.file(
                        folder,
                        "boot.xml",
                        GuestXml.booting("boot", BootSector.write(folder.resolve("disk"))));
        var byC = Peers.script("streams.py", c.uri("qemu:///system"), guest, BootSector.GREETING);

        try (var jvirt = JvirtLibvirtd.start(Peers.root(folder, "j"))) {
            var byUs =
                    Peers.script(
                            "streams.py", jvirt.uri("qemu:///system"), guest, BootSector.GREETING);

            assertThat(byC.err()).isEmpty();
            assertThat(byUs.err()).isEmpty();
            assertThat(byUs.out()).isEqualTo(byC.out()).contains("it echoes again True");
        }
    }
}
