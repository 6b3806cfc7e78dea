package dev.jvirt.daemon.log;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where messages of some importance go.
sealed interface LogOutput extends AutoCloseable permits StreamOutput, JournalOutput {

    /// The least important level that it takes.
    LogLevel level();

    /// Writes a message. What cannot be written is lost: there is nobody to tell.
    void write(LogMessage message);

    /// As it is shown to an administrator: `1:file:/var/log/libvirt/libvirtd.log`.
    String format();

    @Override
    void close();

    /// Opens outputs, parted by blanks; of two to the same place the last counts.
    ///
    /// @throws LibvirtException INVALID_ARG, naming the output at fault; SYSTEM_ERROR if it cannot
    /// be opened
    static List<LogOutput> parseAll(String text) {
        var outputs = new ArrayList<LogOutput>();
        try {
            for (String word : text.split(" ")) {
                if (!word.isEmpty()) {
                    add(outputs, parse(word));
                }
            }
        } catch (LibvirtException e) {
            outputs.forEach(LogOutput::close);
            throw e;
        }
        return outputs;
    }

    private static void add(List<LogOutput> outputs, LogOutput added) {
        String place = place(added);
        for (int i = 0; i < outputs.size(); i++) {
            if (place(outputs.get(i)).equals(place)) {
                outputs.remove(i).close();
            }
        }
        outputs.add(added);
    }

    private static String place(LogOutput output) {
        String text = output.format();
        return text.substring(text.indexOf(':'));
    }

    private static LogOutput parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2) {
            throw invalid("Malformed format for log output '%s'".formatted(text));
        }
        LogLevel level = LogLevel.find(parts[0]);
        if (level == null) {
            throw invalid(
                    "Invalid log priority '%s' for log output '%s'".formatted(parts[0], text));
        }
        int wanted =
                switch (parts[1]) {
                    case "stderr", "journald" -> 2;
                    case "file", "syslog" -> 3;
                    default ->
                            throw invalid(
                                    "Invalid log destination '%s' for log output '%s'"
                                            .formatted(parts[1], text));
                };
        if (parts.length != wanted) {
            throw invalid(
                    "Log output '%s' does not meet the format requirements for destination type '%s'"
                            .formatted(text, parts[1]));
        }
        return switch (parts[1]) {
            case "stderr" -> StreamOutput.stderr(level);
            case "journald" -> JournalOutput.open(level);
            case "file" -> StreamOutput.file(level, Path.of(parts[2]).toAbsolutePath());
            default ->
                    throw new LibvirtException(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            "log output '%s': syslog is not supported, use journald or file"
                                    .formatted(text));
        };
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorCode.INVALID_ARG, detail);
    }
}
