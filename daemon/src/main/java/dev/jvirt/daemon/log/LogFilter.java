package dev.jvirt.daemon.log;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.config.Wildcards;
import java.util.ArrayList;
import java.util.List;

/// A level of its own for the sources whose name matches.
///
/// @param pattern with `*` for any characters and `?` for one
record LogFilter(LogLevel level, String pattern) {

    /// Reads filters, parted by blanks: `1:qemu 3:object`. The word matches anywhere in a name.
    ///
    /// @throws LibvirtException INVALID_ARG, naming the filter at fault
    static List<LogFilter> parseAll(String text) {
        var filters = new ArrayList<LogFilter>();
        for (String word : text.split(" ")) {
            if (!word.isEmpty()) {
                filters.add(parse(word));
            }
        }
        return filters;
    }

    private static LogFilter parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2) {
            throw invalid("Malformed format for filter '%s'".formatted(text));
        }
        LogLevel level = LogLevel.find(parts[0]);
        if (level == null) {
            throw invalid("Invalid priority '%s' for filter '%s'".formatted(parts[0], text));
        }
        // A plus once asked for a stack trace; libvirt still takes it.
        String match = parts[1].startsWith("+") ? parts[1].substring(1) : parts[1];
        if (match.isEmpty()) {
            throw invalid("Invalid match string '%s'".formatted(parts[1]));
        }
        return new LogFilter(level, "*" + match + "*");
    }

    boolean matches(String source) {
        return Wildcards.match(pattern, source);
    }

    /// As it is shown to an administrator.
    String format() {
        return level.number() + ":" + pattern;
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorCode.INVALID_ARG, detail);
    }
}
