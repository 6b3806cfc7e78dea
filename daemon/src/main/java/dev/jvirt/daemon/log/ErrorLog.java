package dev.jvirt.daemon.log;

import dev.jvirt.api.LibvirtException;

/// Logs the errors that clients are answered with.
public final class ErrorLog {
    private static final StackTraceElement NOWHERE = new StackTraceElement("", "", null, 0);

    private final LogSource source;

    /// @param name of the source
    public ErrorLog(String name) {
        source = new LogSource(name);
    }

    /// Logs an error with the place it was found at.
    public void log(LibvirtException error) {
        LogLevel level = level(error);
        if (source.isLogged(level)) {
            source.log(level, origin(error), String.valueOf(error.getMessage()));
        }
    }

    /// Where it was found: the exception's own factories are not the place.
    private static StackTraceElement origin(LibvirtException error) {
        for (StackTraceElement frame : error.getStackTrace()) {
            if (!frame.getClassName().equals(LibvirtException.class.getName())) {
                return frame;
            }
        }
        return NOWHERE;
    }

    /// What a client finds out by asking for something that is not there is no fault.
    private static LogLevel level(LibvirtException error) {
        return switch (error.code()) {
            case NO_DOMAIN,
                    NO_NETWORK,
                    NO_STORAGE_POOL,
                    NO_STORAGE_VOL,
                    NO_NODE_DEVICE,
                    NO_INTERFACE,
                    NO_NWFILTER,
                    NO_NWFILTER_BINDING,
                    NO_SECRET,
                    NO_DOMAIN_SNAPSHOT,
                    OPERATION_INVALID,
                    NO_DOMAIN_METADATA,
                    NO_SERVER,
                    NO_CLIENT,
                    NO_HOSTNAME ->
                    LogLevel.DEBUG;
            default -> LogLevel.ERROR;
        };
    }
}
