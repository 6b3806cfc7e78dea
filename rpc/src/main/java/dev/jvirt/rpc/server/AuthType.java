package dev.jvirt.rpc.server;

/// How clients of a listening socket authenticate, with the numbers that `auth_list` answers.
public enum AuthType {
    NONE(0),
    SASL(1),
    POLKIT(2);

    private final int number;

    AuthType(int number) {
        this.number = number;
    }

    /// `remote_auth_type`.
    public int number() {
        return number;
    }
}
