package dev.jvirt.daemon.log;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.Version;
import dev.jvirt.daemon.config.LogConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The log of this process: one, because [System#getLogger] knows but one.
///
/// Settings are replaced as a whole; [#lock] is held while they are, and while a message is
/// written, so that lines stay whole and no output is closed under a writer.
public final class Log {
    private static final Log INSTANCE = new Log();

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<LogOutput> greeted = new HashSet<>();
    private volatile LogSettings settings =
            new LogSettings(
                    LogLevel.WARNING, List.of(), List.of(StreamOutput.stderr(LogLevel.DEBUG)));
    private String defaultOutputs = "3:stderr";

    private Log() {}

    /// The log.
    public static Log instance() {
        return INSTANCE;
    }

    /// Sets everything as the daemon starts: the command line overrides the environment, which
    /// overrides the configuration.
    ///
    /// @param verbose at least INFO is logged
    /// @param background whether nobody sees the standard error
    /// @param file the log file if nothing else is said and there is no journal
    /// @throws LibvirtException if a setting makes no sense or an output cannot be opened
    public void setUp(
            LogConfig config,
            Map<String, String> environment,
            boolean verbose,
            boolean background,
            Path file) {
        LogLevel level = config.level() == 0 ? LogLevel.WARNING : LogLevel.of(config.level());
        String debug = environment.getOrDefault("LIBVIRT_DEBUG", "");
        if (!debug.isEmpty()) {
            level = LogLevel.parse(debug);
        }
        if (verbose && level.compareTo(LogLevel.INFO) > 0) {
            level = LogLevel.INFO;
        }
        defaultOutputs =
                background ? defaultForBackground(level, file) : level.number() + ":stderr";
        String filters = chosen(environment, "LIBVIRT_LOG_FILTERS", config.filters().orElse(""));
        String outputs = chosen(environment, "LIBVIRT_LOG_OUTPUTS", config.outputs().orElse(""));
        replace(
                new LogSettings(
                        level,
                        LogFilter.parseAll(filters),
                        LogOutput.parseAll(outputs.isBlank() ? defaultOutputs : outputs)));
    }

    private static String chosen(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private static String defaultForBackground(LogLevel level, Path file) {
        if (JournalOutput.isAvailable()) {
            // The journal slows down whoever writes too much.
            LogLevel least = level == LogLevel.DEBUG ? LogLevel.INFO : level;
            return least.number() + ":journald";
        }
        return level.number() + ":file:" + file;
    }

    /// The level of sources that no filter matches.
    public LogLevel level() {
        return settings.level();
    }

    /// Sets the level of sources that no filter matches.
    public void setLevel(LogLevel level) {
        replace(settings.withLevel(level));
    }

    /// The filters, each as `level:pattern`.
    public List<String> filters() {
        var texts = new ArrayList<String>();
        for (LogFilter filter : settings.filters()) {
            texts.add(filter.format());
        }
        return texts;
    }

    /// Replaces all filters.
    ///
    /// @throws LibvirtException INVALID_ARG; the old ones stay
    public void setFilters(String filters) {
        replace(settings.withFilters(LogFilter.parseAll(filters)));
    }

    /// The outputs, each as `level:place`.
    public List<String> outputs() {
        var texts = new ArrayList<String>();
        for (LogOutput output : settings.outputs()) {
            texts.add(output.format());
        }
        return texts;
    }

    /// Replaces all outputs; without any the default ones are used.
    ///
    /// @throws LibvirtException if one makes no sense or cannot be opened; the old ones stay
    public void setOutputs(String outputs) {
        replace(
                settings.withOutputs(
                        LogOutput.parseAll(outputs.isBlank() ? defaultOutputs : outputs)));
    }

    private void replace(LogSettings replacement) {
        lock.lock();
        try {
            List<LogOutput> old = settings.outputs();
            settings = replacement;
            for (LogOutput output : old) {
                if (!replacement.outputs().contains(output)) {
                    greeted.remove(output);
                    output.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    LogSettings settings() {
        return settings;
    }

    void write(LogMessage message) {
        lock.lock();
        try {
            for (LogOutput output : settings.outputs()) {
                if (message.level().compareTo(output.level()) >= 0) {
                    greet(output, message.millis());
                    output.write(message);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// The first lines in every output tell what writes there and on which host.
    private void greet(LogOutput output, long millis) {
        if (greeted.add(output)) {
            output.write(
                    new LogMessage(
                            millis,
                            "util.log",
                            LogLevel.INFO,
                            "",
                            0,
                            "libvirt version: " + Version.TEXT));
            output.write(
                    new LogMessage(
                            millis, "util.log", LogLevel.INFO, "", 0, "hostname: " + hostname()));
        }
    }

    private static String hostname() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
