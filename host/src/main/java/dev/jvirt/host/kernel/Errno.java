package dev.jvirt.host.kernel;

/// The error numbers that somebody here asks for.
public final class Errno {
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int EAGAIN = 11;
    public static final int EMFILE = 24;

    private Errno() {}
}
