package dev.jvirt.daemon.log;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// One message.
///
/// @param millis when, since 1970
/// @param source which part of the daemon says it
/// @param function where in the program; empty if that says nothing
/// @param line in the source file
record LogMessage(
        long millis, String source, LogLevel level, String function, int line, String text) {
    private static final long PROCESS = ProcessHandle.current().pid();

    /// The line of a log file: `2026-11-24 14:00:00.123+0000: 4711: info : start:12 : text`.
    String format() {
        var out = new StringBuilder(64 + text.length());
        timestamp(out);
        out.append(": ").append(PROCESS).append(": ").append(level.word()).append(" : ");
        if (!function.isEmpty()) {
            out.append(function).append(':').append(line).append(" : ");
        }
        return out.append(text).append('\n').toString();
    }

    private void timestamp(StringBuilder out) {
        long seconds = Math.floorDiv(millis, 1000L);
        var time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        digits(out, time.getYear(), 1000).append('-');
        digits(out, time.getMonthValue(), 10).append('-');
        digits(out, time.getDayOfMonth(), 10).append(' ');
        digits(out, time.getHour(), 10).append(':');
        digits(out, time.getMinute(), 10).append(':');
        digits(out, time.getSecond(), 10).append('.');
        digits(out, (int) Math.floorMod(millis, 1000L), 100).append("+0000");
    }

    private static StringBuilder digits(StringBuilder out, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            out.append((char) ('0' + number / place % 10));
        }
        return out;
    }
}
