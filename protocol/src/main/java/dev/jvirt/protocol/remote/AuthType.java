package dev.jvirt.protocol.remote;

/// The kinds of authentication (`remote_auth_type`).
public final class AuthType {
    /// None is needed.
    public static final int NONE = 0;

    /// User name and password, or a ticket.
    public static final int SASL = 1;

    /// The host's policy about the process at the other end of a unix socket.
    public static final int POLKIT = 2;

    private AuthType() {}
}
