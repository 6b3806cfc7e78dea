package dev.jvirt.flight.record;

import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.server.FrameWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Records the connections of a process.
///
/// Whatever goes wrong with a recording is logged and ends the recording, never the connection.
public final class Recorder {
    static final System.Logger LOG = System.getLogger("dev.jvirt.flight");

    private final RecordSettings settings;
    private final String program;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Recording> open = ConcurrentHashMap.newKeySet();

    /// @param program who records, for the names of the files
    public Recorder(RecordSettings settings, String program) {
        this.settings = settings;
        this.program = program;
    }

    /// Makes the folder.
    ///
    /// @throws IOException with words for the user
    public Recorder prepared() throws IOException {
        Path folder = settings.folder();
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new IOException(
                    "cannot make folder '%s' for recordings: %s".formatted(folder, e), e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("cannot write recordings into '%s'".formatted(folder));
        }
        return this;
    }

    /// Watches a client of a server.
    public FrameWatch watch(String server, long client) {
        return new RecordingWatch(
                record("%s, client %d of server %s".formatted(program, client, server)));
    }

    /// A transport that does what `transport` does, and is recorded.
    public Transport record(Transport transport, String peer) {
        return new RecordingTransport(
                transport, record("%s, connection to %s".formatted(program, peer)));
    }

    private Recording record(String about) {
        String name =
                "%s-%d-%d.flight"
                        .formatted(program, ProcessHandle.current().pid(), count.incrementAndGet());
        var target = new RecordingTarget(settings.folder().resolve(name), about);
        var recording = Recording.start(settings, target, open::remove);
        open.add(recording);
        return recording;
    }

    /// Writes what is in memory of every open connection to files.
    public void dump() {
        open.forEach(Recording::dump);
    }
}
