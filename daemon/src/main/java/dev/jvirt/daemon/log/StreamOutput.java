package dev.jvirt.daemon.log;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Messages as lines of a file or of the standard error.
///
/// A stream and not a channel: an interrupted thread would close a channel for everybody.
final class StreamOutput implements LogOutput {
    private final LogLevel level;
    private final String place;
    private final OutputStream stream;

    private StreamOutput(LogLevel level, String place, OutputStream stream) {
        this.level = level;
        this.place = place;
        this.stream = stream;
    }

    static StreamOutput stderr(LogLevel level) {
        return new StreamOutput(level, "stderr", new FileOutputStream(FileDescriptor.err));
    }

    static StreamOutput file(LogLevel level, Path file) {
        try {
            create(file);
            return new StreamOutput(
                    level, "file:" + file, new FileOutputStream(file.toFile(), true));
        } catch (IOException e) {
            String why =
                    e instanceof NoSuchFileException
                            ? "No such file or directory"
                            : String.valueOf(e.getMessage());
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR, "failed to open %s: %s".formatted(file, why), e);
        }
    }

    /// Nobody else reads the log, from the start.
    private static void create(Path file) throws IOException {
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // continued
        }
    }

    @Override
    public LogLevel level() {
        return level;
    }

    @Override
    public void write(LogMessage message) {
        try {
            stream.write(message.format().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A full disk must not stop the daemon.
        }
    }

    @Override
    public String format() {
        return level.number() + ":" + place;
    }

    @Override
    public void close() {
        if (place.equals("stderr")) {
            return;
        }
        try {
            stream.close();
        } catch (IOException e) {
            // nothing is buffered
        }
    }
}
