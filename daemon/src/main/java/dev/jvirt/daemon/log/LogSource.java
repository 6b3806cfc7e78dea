package dev.jvirt.daemon.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// A part of the daemon that logs: the name that filters match, for example `qemu.monitor`.
public final class LogSource implements System.Logger {
    private static final String OURS = "dev.jvirt.";
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final String name;
    private volatile @Nullable Threshold threshold;

    /// The threshold by the settings that it was worked out from.
    private record Threshold(LogSettings settings, LogLevel level) {}

    /// @param name of the logger; a room and a package of ours lose what they all begin with
    LogSource(String name) {
        this.name = name.startsWith(OURS) ? name.substring(OURS.length()) : name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level != Level.OFF && isLogged(LogLevel.of(level));
    }

    /// Settings are compared by identity: they are replaced, never changed.
    @SuppressWarnings("ReferenceEquality")
    boolean isLogged(LogLevel level) {
        LogSettings settings = Log.instance().settings();
        Threshold known = threshold;
        if (known == null || known.settings() != settings) {
            known = new Threshold(settings, settings.threshold(name));
            threshold = known;
        }
        return level.compareTo(known.level()) >= 0;
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String message,
            @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            String text = message == null ? "" : message;
            write(LogLevel.of(level), thrown == null ? text : text + ": " + trace(thrown));
        }
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String format,
            @Nullable Object @Nullable ... values) {
        if (isLoggable(level)) {
            write(LogLevel.of(level), fill(format == null ? "" : format, values));
        }
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }

    /// Logs what happened somewhere else in the program.
    public void log(LogLevel level, StackTraceElement where, String text) {
        if (isLogged(level)) {
            write(
                    level,
                    function(where.getClassName(), where.getMethodName()),
                    where.getLineNumber(),
                    text);
        }
    }

    private void write(LogLevel level, String text) {
        Optional<StackFrame> caller =
                WALKER.walk(frames -> frames.filter(LogSource::isCaller).findFirst());
        if (caller.isEmpty()) {
            write(level, "", 0, text);
            return;
        }
        StackFrame frame = caller.get();
        write(
                level,
                function(frame.getClassName(), frame.getMethodName()),
                frame.getLineNumber(),
                text);
    }

    private void write(LogLevel level, String function, int line, String text) {
        Log.instance()
                .write(
                        new LogMessage(
                                System.currentTimeMillis(), name, level, function, line, text));
    }

    private static boolean isCaller(StackFrame frame) {
        String type = frame.getClassName();
        return !type.equals(LogSource.class.getName())
                && !type.startsWith("java.lang.System$Logger")
                && !type.startsWith("jdk.internal.logger.");
    }

    private static String function(String type, String method) {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }

    /// Puts values in the place of `{0}`, `{1}`, ...
    static String fill(String format, @Nullable Object @Nullable [] values) {
        if (values == null || values.length == 0 || format.indexOf('{') < 0) {
            return format;
        }
        var text = new StringBuilder(format.length() + 32);
        int from = 0;
        for (int open = format.indexOf('{'); open >= 0; open = format.indexOf('{', from)) {
            int index = open + 2 < format.length() ? format.charAt(open + 1) - '0' : -1;
            boolean place =
                    index >= 0
                            && index <= 9
                            && index < values.length
                            && format.charAt(open + 2) == '}';
            text.append(format, from, open);
            text.append(place ? String.valueOf(values[index]) : "{");
            from = open + (place ? 3 : 1);
        }
        return text.append(format, from, format.length()).toString();
    }
}
