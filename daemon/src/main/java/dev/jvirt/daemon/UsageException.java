package dev.jvirt.daemon;

/// A command line that makes no sense.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean explained;

    /// @param explained whether the options are to be listed after the message
    UsageException(String message, boolean explained) {
        super(message);
        this.explained = explained;
    }

    boolean explained() {
        return explained;
    }
}
