package dev.jvirt.tests.bench;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.Stream;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.remote.RemoteDriver;
import dev.jvirt.tests.bench.Sides.Both;
import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.NativeProgram;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Volumes sent and fetched: the C client library with both daemons, both clients with C's daemon,
/// and each client with the daemon of its own side.
final class StreamsBench implements Experiment {
    private static final long SIZE = 1L << 30;
    private static final int ROUNDS = 5;
    private static final Path MEMORY = Path.of("/dev/shm");

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String summary() {
        return "1 GiB sent to a volume and fetched from it: our daemon, our client";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        try (var files = new Folder()) {
            table.heading("Volumes of 1 GiB (files in memory)");
            var setting = new Setting(files.path(), table);
            fill(setting.source());
            if (wanted.contains(Side.JVIRT) && wanted.contains(Side.C)) {
                daemons(setting);
            }
            if (wanted.contains(Side.C)) {
                clients(setting);
            }
            table.end();
        }
    }

    /// Where everything lies, and who is told.
    private record Setting(Path folder, Table table) {
        Path source() {
            return folder.resolve("source");
        }

        /// The file of the client for that way.
        Path file(String way) {
            return way.equals("up") ? source() : folder.resolve("sink");
        }
    }

    /// A folder in memory, where there is one: disks are not what is measured.
    private record Folder(Path path) implements AutoCloseable {
        Folder() {
            this(make());
        }

        private static Path make() {
            try {
                return Files.isDirectory(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "jvirt-bench")
                        : Sides.newFolder();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            Sides.remove(path);
        }
    }

    private static void fill(Path file) {
        var random = new Random(7);
        var bytes = new byte[1 << 20];
        try (var out = Files.newOutputStream(file)) {
            for (long done = 0; done < SIZE; done += bytes.length) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemons(Setting setting) {
        Path root = Sides.newFolder();
        try (var c = CLibvirtd.start(Sides.folderOf(root, Side.C));
                var jvirt = startWithFiles(Sides.folderOf(root, Side.JVIRT));
                var connection = connect(jvirt.uri("files:///"))) {
            var volumes =
                    List.of(
                            volume(c, setting.folder()),
                            emptyFile(setting.folder().resolve("jvirt")));
            var uris = List.of(c.uri("qemu:///system"), jvirt.uri("files:///"));
            for (String way : List.of("up", "down")) {
                var rates = new Both();
                for (int i = 0; i < ROUNDS * 2; i++) {
                    Side side = i % 2 == 0 ? Side.C : Side.JVIRT;
                    long nanos = byC(way, setting.file(way), volumes.get(i % 2), uris.get(i % 2));
                    rates.of(side).add(SIZE * 1e9 / nanos);
                }
                rates.print(
                        setting.table(),
                        "daemon, %sload by the C client".formatted(way),
                        Unit.MEBIBYTES_PER_SECOND);
            }
            Path path = volumes.getFirst();
            StorageVolume ours =
                    connection.storageVolumes().lookupByPath(volumes.getLast().toString());
            clients(setting, "client and daemon", new Ends(c, path, ours));
        } finally {
            Sides.remove(root);
        }
    }

    /// Our daemon with the driver for files beside its own.
    private static JvirtLibvirtd startWithFiles(Path root) {
        return JvirtLibvirtd.startWith(root, "-cp " + Repository.file("tests/target/classes"));
    }

    private static void clients(Setting setting) {
        Path root = Sides.newFolder();
        try (var daemon = CLibvirtd.start(Sides.folderOf(root, Side.C));
                var connection = connect(daemon.uri("qemu:///system"))) {
            Path path = volume(daemon, setting.folder());
            StorageVolume volume = connection.storageVolumes().lookupByPath(path.toString());
            clients(setting, "client with C's daemon", new Ends(daemon, path, volume));
        } finally {
            Sides.remove(root);
        }
    }

    /// What the two clients send to and fetch from.
    private record Ends(Daemon c, Path volumeOfC, StorageVolume volumeOfJvirt) {}

    private static void clients(Setting setting, String what, Ends ends) {
        for (String way : List.of("up", "down")) {
            Path file = setting.file(way);
            var rates = new Both();
            for (int i = 0; i < ROUNDS; i++) {
                long nanos = byC(way, file, ends.volumeOfC(), ends.c().uri("qemu:///system"));
                rates.of(Side.C).add(SIZE * 1e9 / nanos);
                rates.of(Side.JVIRT).add(SIZE * 1e9 / byJvirt(way, file, ends.volumeOfJvirt()));
            }
            rates.print(
                    setting.table(), "%s, %sload".formatted(what, way), Unit.MEBIBYTES_PER_SECOND);
        }
    }

    private static Connection connect(String uri) {
        return Connection.openAuth(
                new DriverTable(List.of(new RemoteDriver())),
                Optional.of(uri),
                Authenticator.none(),
                Flags.none());
    }

    private static Path emptyFile(Path file) {
        try {
            return Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A volume of C's daemon.
    private static Path volume(Daemon daemon, Path folder) {
        Path pool = Sides.folderOf(folder, Side.C);
        virsh(daemon, "pool-create-as", "bench", "dir", "--target", pool.toString());
        if (!Files.exists(pool.resolve("volume"))) {
            virsh(daemon, "vol-create-as", "bench", "volume", "1G", "--format", "raw");
        }
        return pool.resolve("volume");
    }

    private static void virsh(Daemon daemon, String... words) {
        var command = new ArrayList<>(List.of("virsh", "-c", daemon.uri("qemu:///system")));
        command.addAll(List.of(words));
        Programs.run(command, "").orFail();
    }

    private static long byC(String way, Path file, Path volume, String uri) {
        String program = NativeProgram.TRANSFER.path().orElseThrow().toString();
        return Long.parseLong(
                Programs.run(program, way, file.toString(), volume.toString(), uri)
                        .orFail()
                        .strip());
    }

    private static long byJvirt(String way, Path file, StorageVolume volume) {
        long start = System.nanoTime();
        try {
            if (way.equals("up")) {
                try (var source = FileChannel.open(file);
                        Stream stream = volume.upload(0, 0, Flags.none())) {
                    stream.sendAll(source::read);
                    stream.finish();
                }
            } else {
                try (var sink =
                                FileChannel.open(
                                        file,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.TRUNCATE_EXISTING,
                                        StandardOpenOption.WRITE);
                        Stream stream = volume.download(0, 0, Flags.none())) {
                    stream.receiveAll(sink::write);
                    stream.finish();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }
}
