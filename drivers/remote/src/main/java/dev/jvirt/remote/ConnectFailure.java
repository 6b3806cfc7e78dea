package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.ErrorLevel;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Why a daemon could not be reached, with the number that the system has for it: the JDK only
/// keeps its words.
///
/// @param errno -1 if the system gave no number
record ConnectFailure(String reason, int errno, @Nullable IOException cause) {
    private static final int ENOENT = 2;
    private static final int ENOMEM = 12;
    private static final int EACCES = 13;
    private static final int EOPNOTSUPP = 95;
    private static final int ETIMEDOUT = 110;
    private static final int ECONNREFUSED = 111;
    private static final int EHOSTUNREACH = 113;

    /// What an attempt to connect threw.
    static ConnectFailure of(IOException cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        int errno =
                switch (reason) {
                    case "No such file or directory" -> ENOENT;
                    case "Connection refused" -> ECONNREFUSED;
                    case "Permission denied" -> EACCES;
                    case "Connection timed out" -> ETIMEDOUT;
                    case "No route to host" -> EHOSTUNREACH;
                    default -> -1;
                };
        return new ConnectFailure(reason, errno, cause);
    }

    /// The system has no such kind of socket.
    static ConnectFailure notSupported() {
        return new ConnectFailure("Operation not supported", EOPNOTSUPP, null);
    }

    /// What libvirt says when a name does not fit into the system's structures.
    static ConnectFailure noMemory() {
        return new ConnectFailure("Cannot allocate memory", ENOMEM, null);
    }

    /// Whether nobody listens there.
    boolean isNobody() {
        return errno == ENOENT || errno == ECONNREFUSED;
    }

    /// The error for the user.
    ///
    /// @param what was tried, up to the colon
    LibvirtException exception(String what) {
        String message = what + ": " + reason;
        return new LibvirtException(
                ErrorDomain.RPC,
                ErrorCode.SYSTEM_ERROR,
                ErrorLevel.ERROR,
                message,
                ErrorCode.SYSTEM_ERROR.template(),
                message,
                null,
                errno,
                -1,
                cause);
    }
}
