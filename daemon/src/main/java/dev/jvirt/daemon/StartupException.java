package dev.jvirt.daemon;

import org.jspecify.annotations.Nullable;

/// The daemon cannot start. The message names what the administrator can mend.
final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ExitCode exit;

    StartupException(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
    }

    StartupException(ExitCode exit, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    ExitCode exit() {
        return exit;
    }
}
