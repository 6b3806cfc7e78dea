package dev.jvirt.virsh.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shell prints: results on standard output, `error: ...` on standard error, and both kinds
/// of messages in a log file if there is one.
///
/// Results are collected and written out at the end of a command and before anything goes to
/// standard error, so that the two stay in order where they meet in one file.
public final class Output {
    private static final int BUFFER = 8192;

    private final OutputStream out;
    private final OutputStream err;
    private final boolean unicode;
    private byte[] buffer = new byte[BUFFER];
    private int used;
    private boolean quiet;
    private DebugLevel level = DebugLevel.ERROR;
    private @Nullable LogFile log;
    private @Nullable JsonOutput json;
    private @Nullable List<Table> collected;
    private String host = "";

    /// @param unicode whether tables show text beyond ASCII as it is
    public Output(OutputStream out, OutputStream err, boolean unicode) {
        this.out = out;
        this.err = err;
        this.unicode = unicode;
    }

    /// Prints a result.
    public void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > buffer.length - used) {
            flush();
        }
        if (bytes.length > buffer.length) {
            write(bytes, bytes.length);
            return;
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    /// Prints a result that is no text.
    public void bytes(byte[] bytes) {
        flush();
        write(bytes, bytes.length);
    }

    /// Prints a result and ends the line.
    public void line(String text) {
        print(text);
        print("\n");
    }

    /// Prints what is good to know for a person; nothing in quiet mode.
    public void extra(String text) {
        if (!quiet) {
            print(text);
        }
    }

    /// Prints a line of names and values.
    ///
    /// @param label of the value, with its colon
    /// @param width of the column of labels
    public void field(String label, int width, String value) {
        if (json != null) {
            if (!host.isEmpty() && json.isEmpty()) {
                json.fact("host", host);
            }
            json.fact(label, value);
            return;
        }
        var line = new StringBuilder(width + 1 + value.length()).append(label);
        while (line.length() < width) {
            line.append(' ');
        }
        print(line.append(' ').append(value).append('\n').toString());
    }

    /// Prints a table.
    public void table(Table table) {
        if (json != null) {
            print(host.isEmpty() ? table.json() : table.labelled("host", host).json());
        } else if (collected != null) {
            collected.add(table);
        } else {
            print(table.format(!quiet, unicode));
        }
    }

    /// Prints the facts of a command, which are one object in JSON.
    void endOfCommand() {
        if (json != null) {
            print(json.takeFacts());
        }
        flush();
    }

    /// Keeps tables for somebody else to print; in JSON, says instead which host they are of.
    public void collect(String ofHost, List<Table> tables) {
        host = ofHost;
        collected = tables;
    }

    /// Whether tables and facts are printed as JSON.
    public boolean json() {
        return json != null;
    }

    /// Prints tables and facts as JSON from now on, and nothing that is only for people.
    void useJson() {
        json = new JsonOutput();
        quiet = true;
    }

    /// Prints an error and logs it.
    public void error(String text) {
        if (log != null) {
            log(DebugLevel.ERROR, text);
        }
        message("error: " + text);
    }

    /// Prints a line on standard error that is not logged.
    public void message(String line) {
        flush();
        try {
            err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows on standard error how far something is; the line does not end.
    public void progress(String text) {
        flush();
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether messages of that level are printed; ask before composing one.
    public boolean shows(DebugLevel important) {
        return important.compareTo(level) >= 0;
    }

    /// Prints a message about what the shell does, if messages of that level are wanted.
    public void debug(DebugLevel important, String text) {
        if (shows(important)) {
            log(important, text);
            print(text);
            flush();
        }
    }

    /// Writes out what was collected.
    public void flush() {
        int length = used;
        used = 0;
        write(buffer, length);
    }

    /// Whether extras and the headings of tables are left out.
    public boolean quiet() {
        return quiet;
    }

    /// Leaves extras and the headings of tables out.
    void beQuiet() {
        quiet = true;
    }

    /// The level from which on messages are printed.
    DebugLevel level() {
        return level;
    }

    /// Prints messages from that level on.
    void level(DebugLevel lowest) {
        level = lowest;
    }

    /// Copies messages to a log file from now on.
    void log(LogFile file) {
        closeLog();
        log = file;
    }

    /// Whether messages are copied to a log file.
    boolean logs() {
        return log != null;
    }

    /// Closes the log file.
    void closeLog() {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private void log(DebugLevel important, String text) {
        LogFile file = log;
        if (file == null) {
            return;
        }
        try {
            file.write(important, text);
        } catch (IOException e) {
            log = null;
            message("error: failed to write the log file");
        }
    }

    private void write(byte[] bytes, int length) {
        try {
            if (length > 0) {
                out.write(bytes, 0, length);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
