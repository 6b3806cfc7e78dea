package dev.jvirt.daemon.mirror;

import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.QemuMonitorReply;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.ListeningUnixSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Open files to pass, and ways to see which of them arrived.
final class TestFiles implements AutoCloseable {
    private static final Path OPEN = Path.of("/proc/self/fd");

    private final List<ListeningUnixSocket> sockets = new ArrayList<>();

    /// @param folder for sockets
    TestFiles(Path folder) throws IOException {
        for (int i = 0; i < 3; i++) {
            sockets.add(ListeningUnixSocket.open(folder.resolve("file" + i), 0700, 1));
        }
    }

    /// An open file, which whoever takes it closes.
    OpenFile open(int which) {
        try {
            var copy = sockets.get(which % sockets.size()).descriptor().duplicate(0);
            return OpenFile.owned(copy.number(), number -> Descriptor.of(number).close());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The number of files that this process has open now.
    static long count() {
        try (Stream<Path> open = Files.list(OPEN)) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The number by which this process has a file open.
    static int number(Path path) throws IOException {
        try (Stream<Path> open = Files.list(OPEN)) {
            return open.filter(link -> leadsTo(link, path))
                    .mapToInt(link -> Integer.parseInt(link.getFileName().toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean leadsTo(Path link, Path path) {
        try {
            return Files.readSymbolicLink(link).equals(path.toRealPath());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    /// What a file is, whatever its number.
    static String what(OpenFile file) {
        try {
            Path link = OPEN.resolve(String.valueOf(file.number()));
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value with what its files are in their place: their numbers differ at both ends.
    static @Nullable Object seen(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case OpenFile file -> what(file);
            case List<?> list -> list.stream().map(TestFiles::seen).toList();
            case QemuMonitorReply(String result, List<OpenFile> files) ->
                    List.of(result, files.stream().map(TestFiles::what).toList());
            default -> value;
        };
    }

    /// Closes the files in a value.
    static void close(@Nullable Object value) {
        switch (value) {
            case OpenFile file -> file.close();
            case List<?> list -> list.forEach(TestFiles::close);
            case QemuMonitorReply reply -> reply.close();
            case null, default -> {}
        }
    }

    @Override
    public void close() {
        sockets.forEach(ListeningUnixSocket::close);
    }
}
