package dev.jvirt.virsh.shell;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// The file of `--log`: a line for each error and each message about what the shell does.
final class LogFile implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss");

    private final FileOutputStream file;
    private final String program;

    private LogFile(FileOutputStream file, String program) {
        this.file = file;
        this.program = program;
    }

    /// Opens the file to add to it.
    static LogFile open(Path path, String program) throws IOException {
        return new LogFile(new FileOutputStream(path.toFile(), true), program);
    }

    /// Adds a line.
    void write(DebugLevel level, String text) throws IOException {
        String end = text.endsWith("\n") ? "" : "\n";
        String line =
                "["
                        + TIME.format(LocalDateTime.now(ZoneId.systemDefault()))
                        + " "
                        + program
                        + " "
                        + ProcessHandle.current().pid()
                        + "] "
                        + level.label()
                        + " "
                        + text
                        + end;
        file.write(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing is lost: every line was handed to the system when it was written.
        }
    }
}
