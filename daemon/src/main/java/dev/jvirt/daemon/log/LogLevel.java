package dev.jvirt.daemon.log;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import org.jspecify.annotations.Nullable;

/// How important a message is (`virLogPriority`).
public enum LogLevel {
    DEBUG(1, "debug"),
    INFO(2, "info"),
    WARNING(3, "warning"),
    ERROR(4, "error");

    private final int number;
    private final String word;

    LogLevel(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /// libvirt's number, as in filters and outputs.
    public int number() {
        return number;
    }

    /// libvirt's word, as in messages.
    String word() {
        return word;
    }

    /// The level of that number.
    ///
    /// @throws LibvirtException INVALID_ARG
    public static LogLevel of(int number) {
        for (LogLevel level : values()) {
            if (level.number == number) {
                return level;
            }
        }
        throw invalid(Integer.toString(number));
    }

    /// The level of that number or word.
    ///
    /// @throws LibvirtException INVALID_ARG
    static LogLevel parse(String text) {
        for (LogLevel level : values()) {
            if (level.word.equals(text) || Integer.toString(level.number).equals(text)) {
                return level;
            }
        }
        throw invalid(text);
    }

    /// The level of that number; null if it is none.
    static @Nullable LogLevel find(String number) {
        for (LogLevel level : values()) {
            if (Integer.toString(level.number).equals(number)) {
                return level;
            }
        }
        return null;
    }

    static LogLevel of(System.Logger.Level level) {
        return switch (level) {
            case ALL, TRACE, DEBUG -> DEBUG;
            case INFO -> INFO;
            case WARNING -> WARNING;
            case ERROR, OFF -> ERROR;
        };
    }

    private static LibvirtException invalid(String text) {
        return new LibvirtException(
                ErrorCode.INVALID_ARG,
                "Failed to set logging priority, argument '%s' is invalid".formatted(text));
    }
}
